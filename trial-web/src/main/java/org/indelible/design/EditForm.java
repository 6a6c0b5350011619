package org.indelible.design;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the fields of the editor, as it was sent or as the draft says it. Which fields count depends on what is edited.
 *
 * @param step number of the step that the page showed
 * @param forms OIDs of the forms of an event
 * @param events OIDs of the events of a new form
 * @param codes a new code list for the item, one value a line
 * @param limit name of a {@link org.indelible.protocols.build.Comparator}; empty: the check is an expression
 */
public record EditForm(
        Integer step,
        String studyName,
        String versionOid,
        String versionName,
        String name,
        String description,
        String type,
        Boolean repeating,
        Boolean mandatory,
        List<String> forms,
        List<String> events,
        String question,
        String length,
        String significantDigits,
        String units,
        String codeList,
        String codes,
        Boolean identifying,
        Boolean blinding,
        Boolean critical,
        String leftOutWhen,
        String entries,
        String limit,
        String values,
        String unit,
        Boolean hard,
        String expression,
        String message) {
    /** A field that was not sent is empty. */
    public EditForm {
        step = step == null ? 0 : step;
        repeating = Boolean.TRUE.equals(repeating);
        mandatory = Boolean.TRUE.equals(mandatory);
        identifying = Boolean.TRUE.equals(identifying);
        blinding = Boolean.TRUE.equals(blinding);
        critical = Boolean.TRUE.equals(critical);
        hard = Boolean.TRUE.equals(hard);
        studyName = or(studyName);
        versionOid = or(versionOid);
        versionName = or(versionName);
        name = or(name);
        description = or(description);
        type = or(type);
        forms = forms == null ? List.of() : List.copyOf(forms);
        events = events == null ? List.of() : List.copyOf(events);
        question = or(question);
        length = or(length);
        significantDigits = or(significantDigits);
        units = or(units);
        codeList = or(codeList);
        codes = or(codes);
        leftOutWhen = or(leftOutWhen);
        entries = or(entries);
        limit = or(limit);
        values = or(values);
        unit = or(unit);
        expression = or(expression);
        message = or(message);
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text.replace("\r\n", "\n");
    }
}

package org.indelible.protocols.validation;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.indelible.protocols.build.CodeList;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.build.TranslatedText;

/** Finds texts a site would read in a language that is not its own, although the build has that language. */
final class Translations {
    private final StudyBuild build;
    private final Remarks remarks;

    Translations(StudyBuild build, Remarks remarks) {
        this.build = build;
        this.remarks = remarks;
    }

    void report() {
        for (ItemDef item : build.items()) {
            if (item.question().absent() && item.description().absent()) {
                remarks.info(
                        "no-question",
                        "ItemDef",
                        item.oid(),
                        item.name() + " has no question; sites see its name.",
                        "Say what is asked.");
            }
            text("ItemDef", item.oid(), "The question of " + item.name(), item.question());
            text("ItemDef", item.oid(), "The instructions of " + item.name(), item.instructions());
            item.rangeChecks()
                    .forEach(check -> text(
                            "ItemDef", item.oid(), "The message of a check of " + item.name(), check.errorMessage()));
        }
        build.codeLists().forEach(this::codeList);
        build.studyEvents()
                .forEach(event ->
                        text("StudyEventDef", event.oid(), "The description of " + event.name(), event.description()));
        build.forms()
                .forEach(form -> text("FormDef", form.oid(), "The description of " + form.name(), form.description()));
    }

    private void codeList(CodeList list) {
        for (String language : build.languages()) {
            List<String> lacking = list.entries().stream()
                    .filter(entry -> lacks(entry.decode(), language))
                    .map(entry -> entry.codedValue())
                    .toList();
            if (!lacking.isEmpty()) {
                remarks.warning(
                        "missing-translation",
                        "CodeList",
                        list.oid(),
                        list.name() + " has no text in language " + language + " for '" + String.join("', '", lacking)
                                + "'.",
                        "Translate it.");
            }
        }
    }

    private void text(String element, String oid, String what, TranslatedText text) {
        String lacking = build.languages().stream()
                .filter(language -> lacks(text, language))
                .collect(Collectors.joining(", "));
        if (!lacking.isEmpty()) {
            remarks.warning(
                    "missing-translation",
                    element,
                    oid,
                    what + " is not translated into " + lacking + ".",
                    "Translate it.");
        }
    }

    /** Text without a language, or in another region of the same language, serves. */
    private static boolean lacks(TranslatedText text, String language) {
        return !text.absent()
                && Stream.concat(text.byLanguage().keySet().stream(), Stream.of("-"))
                        .noneMatch(has -> has.isEmpty() || base(has).equals(base(language)));
    }

    private static String base(String language) {
        int dash = language.indexOf('-');
        return dash < 0 ? language : language.substring(0, dash);
    }
}

package org.indelible.protocols.build;

import java.util.List;
import java.util.Optional;

/**
 * A question and how its answer is read (ODM 1.3.2, 3.1.1.3.6 ItemDef).
 *
 * @param units OIDs of the units an answer may be recorded in; empty where it has none
 * @param identifying the answer identifies the participant: Alias {@code indelible}/{@code identifying}, or REDCap's Identifier flag
 * @param blinding the answer would reveal the allocation: Alias {@code indelible}/{@code blinding}
 * @param instructions how to fill it in (ODM 2.0 CRFCompletionInstructions, REDCap field note)
 * @param sdsVarName the variable of the submission it becomes (SDSVarName)
 * @param origin where its value comes from, in the words of the source (Origin)
 * @param critical the answer is critical to quality: Alias {@code indelible}/{@code critical}
 */
public record ItemDef(
        String oid,
        String name,
        DataType dataType,
        Optional<Integer> length,
        Optional<Integer> significantDigits,
        TranslatedText question,
        TranslatedText description,
        List<String> units,
        Optional<String> codeListOid,
        List<RangeCheck> rangeChecks,
        List<Alias> aliases,
        boolean identifying,
        boolean blinding,
        boolean critical,
        TranslatedText instructions,
        Optional<String> sdsVarName,
        Optional<String> origin) {
    /** Alias context of the facts that ODM has no attribute for. */
    public static final String ALIAS_CONTEXT = "indelible";

    public ItemDef {
        units = List.copyOf(units);
        rangeChecks = List.copyOf(rangeChecks);
        aliases = List.copyOf(aliases);
    }

    /** An item without instructions that no submission variable comes of. */
    public ItemDef(
            String oid,
            String name,
            DataType dataType,
            Optional<Integer> length,
            Optional<Integer> significantDigits,
            TranslatedText question,
            TranslatedText description,
            List<String> units,
            Optional<String> codeListOid,
            List<RangeCheck> rangeChecks,
            List<Alias> aliases,
            boolean identifying,
            boolean blinding,
            boolean critical) {
        this(
                oid,
                name,
                dataType,
                length,
                significantDigits,
                question,
                description,
                units,
                codeListOid,
                rangeChecks,
                aliases,
                identifying,
                blinding,
                critical,
                TranslatedText.none(),
                Optional.empty(),
                Optional.empty());
    }

    /** Whether the answer is in the participant's or the site's own words. */
    public boolean freeText() {
        return dataType.textual() && codeListOid.isEmpty();
    }

    /** The question as asked, else the description, else the name. */
    public String label(String language) {
        String asked = question.in(language);
        if (!asked.isBlank()) {
            return asked;
        }
        String described = description.in(language);
        return described.isBlank() ? name : described;
    }
}

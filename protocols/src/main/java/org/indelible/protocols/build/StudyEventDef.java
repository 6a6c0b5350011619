package org.indelible.protocols.build;

import java.util.List;
import java.util.Optional;

/**
 * A visit or a running log (ODM 1.3.2, 3.1.1.3.3 StudyEventDef). Form references are in their order.
 *
 * @param timing when it is due, counted from another event, where the source says so without naming items
 */
public record StudyEventDef(
        String oid,
        String name,
        EventType type,
        boolean repeating,
        Optional<String> category,
        TranslatedText description,
        List<Ref> formRefs,
        List<Alias> aliases,
        Optional<EventTiming> timing) {
    /** OID of the one event that stands in where a file has forms but no events (REDCap's classic projects). */
    public static final String ALL_FORMS = "SE.ALL-FORMS";

    public StudyEventDef {
        formRefs = List.copyOf(formRefs);
        aliases = List.copyOf(aliases);
    }

    /** An event without {@link EventTiming}. */
    public StudyEventDef(
            String oid,
            String name,
            EventType type,
            boolean repeating,
            Optional<String> category,
            TranslatedText description,
            List<Ref> formRefs,
            List<Alias> aliases) {
        this(oid, name, type, repeating, category, description, formRefs, aliases, Optional.empty());
    }

    public Optional<Ref> formRef(String formOid) {
        return formRefs.stream().filter(r -> r.oid().equals(formOid)).findFirst();
    }

    /** When the visit is due, where the build says so. */
    public Optional<VisitWindow> window() {
        return aliases.stream()
                .filter(a -> a.context().equals(VisitWindow.ALIAS_CONTEXT))
                .findFirst()
                .flatMap(a -> VisitWindow.parse(a.name()));
    }
}

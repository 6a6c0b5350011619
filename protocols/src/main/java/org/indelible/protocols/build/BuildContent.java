package org.indelible.protocols.build;

import java.util.List;

/**
 * Everything a study build says (ODM 1.3.2, Study and one MetaDataVersion). Definitions are in document order, references in
 * their order number.
 *
 * @param eventRefs the protocol's references to its events
 * @param languages every xml:lang used, sorted
 * @param arms empty where the source says nothing of arms, as ODM 1.3.2 cannot
 * @param epochs in their order; empty where the source says nothing of epochs
 */
public record BuildContent(
        String studyOid,
        String studyName,
        String studyDescription,
        String protocolName,
        String metaDataVersionOid,
        String name,
        String description,
        List<Ref> eventRefs,
        List<StudyEventDef> studyEvents,
        List<FormDef> forms,
        List<ItemGroupDef> itemGroups,
        List<ItemDef> items,
        List<CodeList> codeLists,
        List<MeasurementUnit> units,
        List<ConditionDef> conditions,
        List<MethodDef> methods,
        List<String> languages,
        List<Arm> arms,
        List<Epoch> epochs) {
    public BuildContent {
        eventRefs = List.copyOf(eventRefs);
        studyEvents = List.copyOf(studyEvents);
        forms = List.copyOf(forms);
        itemGroups = List.copyOf(itemGroups);
        items = List.copyOf(items);
        codeLists = List.copyOf(codeLists);
        units = List.copyOf(units);
        conditions = List.copyOf(conditions);
        methods = List.copyOf(methods);
        languages = List.copyOf(languages);
        arms = List.copyOf(arms);
        epochs = List.copyOf(epochs);
    }

    /** Content that names no arms and no epochs. */
    public BuildContent(
            String studyOid,
            String studyName,
            String studyDescription,
            String protocolName,
            String metaDataVersionOid,
            String name,
            String description,
            List<Ref> eventRefs,
            List<StudyEventDef> studyEvents,
            List<FormDef> forms,
            List<ItemGroupDef> itemGroups,
            List<ItemDef> items,
            List<CodeList> codeLists,
            List<MeasurementUnit> units,
            List<ConditionDef> conditions,
            List<MethodDef> methods,
            List<String> languages) {
        this(
                studyOid,
                studyName,
                studyDescription,
                protocolName,
                metaDataVersionOid,
                name,
                description,
                eventRefs,
                studyEvents,
                forms,
                itemGroups,
                items,
                codeLists,
                units,
                conditions,
                methods,
                languages,
                List.of(),
                List.of());
    }
}

package org.indelible.protocols.clinicaldata;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything the file says about one participant in one place (ODM 1.3.2, 3.1.4.1 SubjectData). */
public record SubjectData(
        String subjectKey,
        String studyOid,
        String metaDataVersionOid,
        Optional<String> locationOid,
        Optional<String> investigatorOid,
        TransactionType transactionType,
        List<StudyEventData> studyEvents,
        Marks marks,
        int line,
        int column) {
    public SubjectData {
        studyEvents = List.copyOf(studyEvents);
    }

    public Optional<AuditRecord> auditRecord() {
        return marks.auditRecord();
    }

    /** How many signatures are on the participant and everything below. */
    public long signatures() {
        return Stream.of(
                        Stream.of(marks),
                        studyEvents.stream().map(StudyEventData::marks),
                        forms().map(FormData::marks),
                        groups().map(ItemGroupData::marks),
                        groups().flatMap(group -> group.items().stream()).map(ItemData::marks))
                .flatMap(all -> all)
                .filter(m -> m.signature().isPresent())
                .count();
    }

    private Stream<FormData> forms() {
        return studyEvents.stream().flatMap(event -> event.forms().stream());
    }

    private Stream<ItemGroupData> groups() {
        return forms().flatMap(form -> form.itemGroups().stream());
    }
}

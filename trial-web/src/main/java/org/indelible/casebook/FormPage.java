package org.indelible.casebook;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.indelible.readmodel.participant.VisitStatus;

/**
 * A form as its page shows it.
 *
 * @param maySign whether the reader may sign it today
 * @param editable whether the page offers to save; whether the person may, the domain says
 * @param askDay whether the day of observation is asked, because the visit has not been started
 * @param dayError what is wrong with it as it was typed
 * @param orphans values that an amendment has left without a place in the form
 * @param migrate where the form can be moved on to the participant's build, where it is under an earlier one
 * @param lastChange when anything of the form was last recorded
 * @param queries on the form as a whole
 * @param ask address to raise one; empty where the reader may not
 */
record FormPage(
        FormAddress address,
        String visit,
        String title,
        String help,
        VisitStatus status,
        boolean editable,
        boolean maySign,
        boolean askDay,
        String day,
        Optional<String> dayError,
        Optional<Instant> lastChange,
        List<Section> sections,
        List<Orphan> orphans,
        Optional<String> migrate,
        List<SignatureLine> signatures,
        List<QueryLine> queries,
        Optional<String> ask) {
    public Stream<Field> fields() {
        return sections.stream().flatMap(section -> section.rows().stream()).flatMap(row -> row.fields().stream());
    }

    /** The choices of long lists, by the id of the list. */
    public Map<String, List<Field.Choice>> lists() {
        Map<String, List<Field.Choice>> lists = new LinkedHashMap<>();
        fields().forEach(field -> {
            String list = field.list();
            if (list != null) {
                lists.putIfAbsent(list, field.choices());
            }
        });
        return lists;
    }

    /** What is typed and not recorded. */
    public List<Field> dirty() {
        return fields().filter(Field::dirty).toList();
    }

    public List<Field> wrong() {
        return fields().filter(Field::wrong).toList();
    }

    public long fired() {
        return fields().flatMap(field -> field.checks().stream())
                .filter(Field.CheckLine::fires)
                .count();
    }

    public boolean signed() {
        return signatures.stream().anyMatch(SignatureLine::holds);
    }
}

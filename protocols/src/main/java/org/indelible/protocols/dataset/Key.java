package org.indelible.protocols.dataset;

import java.util.Optional;

/** What says where a row comes from, in the order of its columns. */
public enum Key {
    STUDYID("Study OID", 1),
    SITEID("Site", 0),
    SUBJID("Participant", 2),
    EVENTOID("Study event OID", 3),
    EVENTKEY("Study event repeat key", 4),
    FORMOID("Form OID", 5),
    FORMKEY("Form repeat key", 6),
    GROUPKEY("Item group repeat key", 7);

    private final String label;
    private final int sequence;

    Key(String label, int sequence) {
        this.label = label;
        this.sequence = sequence;
    }

    String label() {
        return label;
    }

    /** Rows are named without the site, which can change. */
    Optional<Integer> sequence() {
        return sequence == 0 ? Optional.empty() : Optional.of(sequence);
    }

    Optional<String> of(DatasetRow row, String studyOid) {
        return switch (this) {
            case STUDYID -> Optional.of(studyOid);
            case SITEID -> Optional.of(row.site());
            case SUBJID -> Optional.of(row.participant());
            case EVENTOID -> Optional.of(row.event());
            case EVENTKEY -> row.eventKey();
            case FORMOID -> Optional.of(row.form());
            case FORMKEY -> row.formKey();
            case GROUPKEY -> row.groupKey();
        };
    }
}

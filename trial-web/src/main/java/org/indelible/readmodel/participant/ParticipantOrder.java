package org.indelible.readmodel.participant;

/** What a list of participants is sorted by; ties go by participant. */
public enum ParticipantOrder {
    PARTICIPANT("q.participant"),
    SITE("q.site"),
    STATUS("q.what"),
    SINCE("q.entry");

    private final String column;

    ParticipantOrder(String column) {
        this.column = column;
    }

    String sql(boolean descending) {
        String direction = descending ? " desc" : "";
        return this == PARTICIPANT ? column + direction : column + direction + ", q.participant";
    }
}

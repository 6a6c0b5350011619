package org.indelible.shared;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.indelible.eventstore.InClear;

/** The casebook of one participant of one trial. Its text is the id of the casebook's stream. */
public record CasebookId(@InClear TrialId trial, @InClear ParticipantKey participant) {
    @JsonIgnore
    public StreamId stream() {
        return StreamId.of(this);
    }

    @Override
    public String toString() {
        return stream().toString();
    }
}

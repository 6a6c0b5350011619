package org.indelible.shared;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.indelible.eventstore.InClear;

/** A site of one trial. Its text is the id of the site's stream. */
public record SiteId(@InClear TrialId trial, @InClear SiteKey key) {
    @JsonIgnore
    public StreamId stream() {
        return StreamId.of(this);
    }

    @Override
    public String toString() {
        return stream().toString();
    }
}

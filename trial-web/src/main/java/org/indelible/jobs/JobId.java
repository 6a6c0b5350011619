package org.indelible.jobs;

import java.util.UUID;

/** A piece of long work. Not guessable. */
public record JobId(String value) {
    static JobId fresh() {
        return new JobId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}

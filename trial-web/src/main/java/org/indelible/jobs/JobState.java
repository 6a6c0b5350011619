package org.indelible.jobs;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where long work stands. */
public enum JobState {
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    /** As the API says it. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean ended() {
        return this != RUNNING;
    }
}

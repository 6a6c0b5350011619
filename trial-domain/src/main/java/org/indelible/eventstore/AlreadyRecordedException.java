package org.indelible.eventstore;

import org.axonframework.common.AxonNonTransientException;

/**
 * What the command was made from (a row of a file, a deadline) has given rise to this event before: it is on record, and nothing was added.
 * For who sends a thing twice this is success.
 */
public final class AlreadyRecordedException extends AxonNonTransientException {
    private static final long serialVersionUID = 1L;
    private final String jti;

    AlreadyRecordedException(String jti, Throwable cause) {
        super("already recorded as event " + jti, cause);
        this.jti = jti;
    }

    /** Id of the event on record. */
    public String jti() {
        return jti;
    }
}

package org.indelible.eventstore;

import org.axonframework.serialization.SerializationException;

/**
 * The ledger holds an event that this version of the software has no record class for. Nobody may skip it: an aggregate folded or a read
 * model built without it would be wrong and not show it.
 */
public final class UnknownEventTypeException extends SerializationException {
    private static final long serialVersionUID = 1L;

    UnknownEventTypeException(String message) {
        super(message);
    }
}

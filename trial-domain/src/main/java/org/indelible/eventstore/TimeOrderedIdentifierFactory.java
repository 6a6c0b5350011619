package org.indelible.eventstore;

import java.security.SecureRandom;
import org.axonframework.common.IdentifierFactory;

/** Gives Axon's messages UUIDv7 ids, so that an event has its {@code jti} from the moment it is applied. Found as a service. */
public final class TimeOrderedIdentifierFactory extends IdentifierFactory {
    private final SecureRandom random = new SecureRandom();

    @Override
    public String generateIdentifier() {
        return EventIds.timeOrdered(System.currentTimeMillis(), random);
    }
}

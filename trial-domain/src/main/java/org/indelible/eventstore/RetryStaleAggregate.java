package org.indelible.eventstore;

import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.RetryScheduler;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Gives a command that lost the race for its stream one more chance. The first try has removed the stale aggregate from the cache, so the
 * second decides on the present state, and refuses where the command no longer fits it.
 */
public final class RetryStaleAggregate implements RetryScheduler {
    @Override
    public boolean scheduleRetry(
            CommandMessage command,
            RuntimeException lastFailure,
            List<Class<? extends Throwable>[]> failures,
            Runnable dispatch) {
        if (!(lastFailure instanceof ConcurrencyException) || failures.size() > 1) {
            return false;
        }
        dispatch.run();
        return true;
    }
}

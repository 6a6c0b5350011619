package org.indelible.attestation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.indelible.account.AccountCommand;
import org.indelible.account.SystemCommand;
import org.indelible.anchoring.attest.Standings;
import org.indelible.commands.CommandGate;
import org.indelible.shared.DomainRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Stops data entry where an administrator decided that it must not go on without witnesses: once a checkpoint has waited too long for the
 * policy's quorum. Accounts and sign-ins stay possible, so that somebody can look into it.
 */
@Component
class EntryGate implements CommandGate {
    private static final Duration REMEMBERED = Duration.ofSeconds(2);

    private final Standings standings;
    private final List<String> ledgers;
    private final @Nullable Duration limit;
    private final Clock clock;
    private Instant openUntil = Instant.MIN;

    EntryGate(Standings standings, WitnessProperties properties, Clock clock) {
        this.standings = standings;
        this.ledgers = properties.ledgers();
        this.limit = properties.stopEntryAfter();
        this.clock = clock;
    }

    @Override
    public void requireOpen(Object command) {
        if (limit == null || command instanceof AccountCommand || command instanceof SystemCommand) {
            return;
        }
        if (isClosed(limit)) {
            throw new DomainRefusal(
                    "witness-quorum-missing",
                    "The witnesses that this installation's policy demands have not confirmed its log for more than "
                            + limit.toMinutes() + " minutes, and data entry stops until they do. Nothing was saved.",
                    "Try again later. The administrator sees on the page of witnesses which of them is missing.");
        }
    }

    /** That it is open is remembered for a moment; that it is closed is looked at each time, so that it opens at once. */
    private synchronized boolean isClosed(Duration longest) {
        Instant now = clock.instant();
        if (now.isBefore(openUntil)) {
            return false;
        }
        boolean closed = ledgers.stream().map(standings::quorum).anyMatch(quorum -> quorum.isBehind(now, longest));
        openUntil = closed ? Instant.MIN : now.plus(REMEMBERED);
        return closed;
    }
}

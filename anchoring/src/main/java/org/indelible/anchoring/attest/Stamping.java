package org.indelible.anchoring.attest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.indelible.anchoring.attest.AttestorReport.State;
import org.indelible.anchoring.ledger.CheckpointService;
import org.indelible.anchoring.ledger.SignedCheckpoint;
import org.indelible.anchoring.timestamp.TimestampRequest;
import org.indelible.anchoring.timestamp.TimestampToken;
import org.indelible.anchoring.timestamp.TimestampVerificationException;
import org.indelible.anchoring.timestamp.TimestampVerifier;
import org.indelible.anchoring.timestamp.VerifiedTimestamp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has checkpoints time-stamped (RFC 3161): on a schedule, and at once when something that matters was recorded. A token is kept only when it
 * verifies against the certificates that an administrator trusts for that authority.
 */
public final class Stamping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Stamping.class);

    /** Further apart than two clocks that anybody looks after. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private static final String SCHEDULE = "on schedule";

    private record Asked(TimestampAuthority authority, String ledger) {}

    private final StampingSettings settings;
    private final CheckpointService checkpoints;
    private final StampRequests wanted;
    private final TimestampTokens tokens;
    private final AttestorReports reports;
    private final TimestampCall call;
    private final Renewals renewals;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Attempts<Asked> attempts = new Attempts<>();
    private final Background background = new Background();

    public Stamping(
            StampingSettings settings,
            CheckpointService checkpoints,
            Announcements announcements,
            TimestampTokens tokens,
            AttestorReports reports,
            Clock clock) {
        this.settings = settings;
        this.checkpoints = checkpoints;
        this.wanted = new StampRequests(checkpoints, announcements, tokens);
        this.tokens = tokens;
        this.reports = reports;
        this.call = new TimestampCall(settings.patience());
        this.renewals = new Renewals(settings, checkpoints, tokens, reports, call, clock);
        this.clock = clock;
    }

    /** Asks for a token over the next checkpoint that covers this entry, whatever the schedule says. */
    public void want(String ledger, long leafIndex, String cause) {
        wanted.add(ledger, leafIndex, cause);
    }

    /** Asks whom it is time to ask, and returns at once. */
    public void pass() {
        for (String ledger : settings.ledgers()) {
            Optional<SignedCheckpoint> latest = checkpoints.latest(ledger);
            for (TimestampAuthority authority : settings.authorities()) {
                latest.ifPresent(checkpoint -> pass(new Asked(authority, ledger), checkpoint));
            }
        }
        if (!settings.authorities().isEmpty()) {
            renewals.pass(background);
        }
    }

    /** Waits for what {@link #pass} began. */
    public void await() {
        background.await();
    }

    private void pass(Asked asked, SignedCheckpoint checkpoint) {
        Optional<StoredTimestamp> last =
                tokens.latest(asked.ledger(), asked.authority().name());
        if (last.filter(stamp -> stamp.size() == checkpoint.size()).isPresent()) {
            return;
        }
        Instant now = clock.instant();
        Optional<String> cause = wanted.cause(
                        asked.ledger(), checkpoint.size(), asked.authority().name())
                .or(() -> last.filter(stamp -> stamp.receivedAt()
                                        .plus(settings.interval())
                                        .isAfter(now))
                                .isPresent()
                        ? Optional.empty()
                        : Optional.of(SCHEDULE));
        if (cause.isEmpty() || !attempts.begin(asked, now)) {
            return;
        }
        background.run(() -> {
            boolean good = false;
            try {
                good = stamp(asked, checkpoint, cause.get());
            } finally {
                if (good) {
                    attempts.succeeded(asked);
                } else {
                    attempts.failed(asked, clock.instant(), Optional.empty());
                }
            }
        });
    }

    private boolean stamp(Asked asked, SignedCheckpoint checkpoint, String cause) {
        byte[] note = checkpoint.note().getBytes(UTF_8);
        TimestampRequest request = TimestampRequest.over(note, asked.authority().algorithm(), random);
        return switch (call.ask(asked.authority(), request)) {
            case TimestampCall.Result.NoToken none -> refused(asked, none.reason());
            case TimestampCall.Result.Token given -> keep(asked, checkpoint, cause, note, given.token());
        };
    }

    private boolean keep(Asked asked, SignedCheckpoint checkpoint, String cause, byte[] note, TimestampToken token) {
        VerifiedTimestamp verified;
        try {
            verified = new TimestampVerifier(asked.authority().trusted(), List.of()).verify(token, note);
        } catch (TimestampVerificationException e) {
            return refused(asked, "its token does not verify: " + e.getMessage());
        }
        Instant now = clock.instant();
        tokens.add(new StoredTimestamp(
                asked.ledger(),
                checkpoint.size(),
                asked.authority().name(),
                token.encoded(),
                cause,
                verified.time(),
                now,
                verified.verifiableUntil()));
        Duration apart = Duration.between(now, verified.time());
        report(
                asked,
                State.GOOD,
                apart.abs().compareTo(CLOCKS_APART) > 0
                        ? "its clock says " + (apart.isNegative() ? "less" : "more") + " than ours by more than "
                                + CLOCKS_APART.toMinutes() + " minutes"
                        : "");
        return true;
    }

    private boolean refused(Asked asked, String reason) {
        LOG.warn("Time-stamp authority {}: {}", asked.authority().name(), reason);
        report(asked, State.NO_ANSWER, reason);
        return false;
    }

    private void report(Asked asked, State state, String detail) {
        reports.report(new AttestorReport(asked.ledger(), asked.authority().name(), state, detail, clock.instant()));
    }

    @Override
    public void close() {
        call.close();
        background.close();
    }
}

package org.indelible.anchoring.attest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.indelible.anchoring.ledger.CheckpointService;
import org.indelible.anchoring.timestamp.EvidenceRecord;
import org.indelible.anchoring.timestamp.EvidenceVerifier;
import org.indelible.anchoring.timestamp.TimestampFormatException;
import org.indelible.anchoring.timestamp.TimestampToken;
import org.indelible.anchoring.timestamp.TimestampVerificationException;
import org.indelible.anchoring.timestamp.TimestampVerifier;
import org.indelible.anchoring.timestamp.VerifiedEvidence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews tokens before they can no longer be verified (RFC 4998 section 5.2): by a token over the last one, or, where the authority is by
 * now asked for another hash algorithm, by one over the checkpoint and all tokens so far.
 */
final class Renewals {
    private static final Logger LOG = LoggerFactory.getLogger(Renewals.class);
    private static final Duration PAUSE = Duration.ofHours(1);
    private static final int AT_A_TIME = 100;

    private final StampingSettings settings;
    private final CheckpointService checkpoints;
    private final TimestampTokens tokens;
    private final AttestorReports reports;
    private final TimestampCall call;
    private final Clock clock;
    private final EvidenceVerifier verifier;
    private final SecureRandom random = new SecureRandom();
    private Instant next = Instant.MIN;

    Renewals(
            StampingSettings settings,
            CheckpointService checkpoints,
            TimestampTokens tokens,
            AttestorReports reports,
            TimestampCall call,
            Clock clock) {
        this.settings = settings;
        this.checkpoints = checkpoints;
        this.tokens = tokens;
        this.reports = reports;
        this.call = call;
        this.clock = clock;
        List<X509Certificate> trusted = settings.authorities().stream()
                .flatMap(authority -> authority.trusted().stream())
                .toList();
        this.verifier = new EvidenceVerifier(new TimestampVerifier(trusted, List.of()));
    }

    /** Looks for tokens that are about to end, every hour. */
    synchronized void pass(Background background) {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(PAUSE);
        background.run(() -> settings.ledgers().forEach(ledger -> renew(ledger, now)));
    }

    private void renew(String ledger, Instant now) {
        for (StoredTimestamp stamp : tokens.ending(ledger, now.plus(settings.renewBefore()), AT_A_TIME)) {
            try {
                renew(stamp, authority(stamp));
            } catch (TimestampFormatException | TimestampVerificationException e) {
                failed(stamp, String.valueOf(e.getMessage()));
            }
        }
    }

    /** The one that issued it; where it is configured no more, the first. */
    private TimestampAuthority authority(StoredTimestamp stamp) {
        return settings.authorities().stream()
                .filter(authority -> authority.name().equals(stamp.authority()))
                .findFirst()
                .orElse(settings.authorities().getFirst());
    }

    private void renew(StoredTimestamp stamp, TimestampAuthority authority)
            throws TimestampFormatException, TimestampVerificationException {
        byte[] note = checkpoints
                .at(stamp.ledger(), stamp.size())
                .orElseThrow()
                .note()
                .getBytes(UTF_8);
        Optional<StoredEvidence> last = tokens.evidence(stamp.ledger(), stamp.size(), stamp.authority());
        EvidenceRecord record = last.isPresent()
                ? EvidenceRecord.parse(last.get().record())
                : EvidenceRecord.of(TimestampToken.parse(stamp.token()));
        EvidenceRecord.Renewal renewal = record.tokens().getLast().algorithm() == authority.algorithm()
                ? record.renewal(random)
                : record.hashRenewal(note, authority.algorithm(), random);
        switch (call.ask(authority, renewal.request())) {
            case TimestampCall.Result.NoToken none -> failed(stamp, none.reason());
            case TimestampCall.Result.Token given -> {
                EvidenceRecord renewed = renewal.with(given.token());
                keep(stamp, last.map(StoredEvidence::renewal).orElse(0) + 1, renewed, verifier.verify(renewed, note));
            }
        }
    }

    private void keep(StoredTimestamp stamp, int number, EvidenceRecord renewed, VerifiedEvidence verified) {
        if (!verified.verifiableUntil().isAfter(clock.instant().plus(settings.renewBefore()))) {
            failed(
                    stamp,
                    "its own certificate ends on " + verified.verifiableUntil() + "; renewing with it gains nothing");
            return;
        }
        tokens.add(new StoredEvidence(
                stamp.ledger(),
                stamp.size(),
                stamp.authority(),
                number,
                renewed.encoded(),
                clock.instant(),
                verified.verifiableUntil()));
    }

    private void failed(StoredTimestamp stamp, String reason) {
        String detail = "the token over " + stamp.size() + " entries, verifiable until " + stamp.verifiableUntil()
                + ", could not be renewed: " + reason;
        LOG.error("Time-stamp authority {}: {}", stamp.authority(), detail);
        reports.report(new AttestorReport(
                stamp.ledger(), stamp.authority(), AttestorReport.State.NO_ANSWER, detail, clock.instant()));
    }
}

package org.indelible.attestation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.indelible.anchoring.attest.Announcements;
import org.indelible.anchoring.attest.AttestorReport;
import org.indelible.anchoring.attest.AttestorReports;
import org.indelible.anchoring.attest.Cosignatures;
import org.indelible.anchoring.attest.QuorumStanding;
import org.indelible.anchoring.attest.StampingSettings;
import org.indelible.anchoring.attest.Standings;
import org.indelible.anchoring.attest.StoredCosignature;
import org.indelible.anchoring.attest.StoredTimestamp;
import org.indelible.anchoring.attest.TimestampAuthority;
import org.indelible.anchoring.attest.TimestampTokens;
import org.indelible.anchoring.attest.WitnessStanding;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.ledger.LogIdentity;
import org.indelible.anchoring.ledger.LogNames;
import org.indelible.anchoring.policy.PolicyWitness;
import org.indelible.portal.Say;
import org.springframework.stereotype.Component;

/** Puts together who vouches for a ledger. */
@Component("attestations")
public class AttestationPages {
    private static final int CHECKPOINTS = 25;

    /** What has to be vouched for so that a checkpoint is. */
    private record Needed(String ledger, long entries) {}

    private final Standings standings;
    private final Cosignatures cosignatures;
    private final TimestampTokens tokens;
    private final AttestorReports reports;
    private final Announcements announcements;
    private final CheckpointTimes checkpoints;
    private final StampingSettings stamping;
    private final WitnessProperties properties;
    private final LogIdentity identity;
    private final LogNames names;
    private final Clock clock;
    private final Say say;

    AttestationPages(
            Standings standings,
            Cosignatures cosignatures,
            TimestampTokens tokens,
            AttestorReports reports,
            Announcements announcements,
            CheckpointTimes checkpoints,
            StampingSettings stamping,
            WitnessProperties properties,
            LogIdentity identity,
            LogNames names,
            Clock clock,
            Say say) {
        this.standings = standings;
        this.cosignatures = cosignatures;
        this.tokens = tokens;
        this.reports = reports;
        this.announcements = announcements;
        this.checkpoints = checkpoints;
        this.stamping = stamping;
        this.properties = properties;
        this.identity = identity;
        this.names = names;
        this.clock = clock;
        this.say = say;
    }

    AttestationPage of(String ledger) {
        String shown = shown(ledger);
        Instant now = clock.instant();
        QuorumStanding quorum = standings.quorum(shown);
        return new AttestationPage(
                ledger,
                standings.witnesses(shown).stream()
                        .map(standing -> line(standing, now))
                        .toList(),
                stamping.authorities().stream().map(this::line).toList(),
                checkpoints.latest(ledger, CHECKPOINTS).stream()
                        .map(signed -> line(ledger, signed))
                        .toList(),
                quorumWords(),
                quorum.waitingSince(),
                quorum.size(),
                !shown.equals(ledger),
                "log " + identity.verifierKey(names.current(shown).toString()));
    }

    /** One sentence for the page of the ledger. */
    public String summary(String ledger) {
        if (standings.policy().witnesses().isEmpty()) {
            return say.message("attestation.summary.none");
        }
        Instant now = clock.instant();
        List<WitnessStanding> all = standings.witnesses(shown(ledger));
        long good = all.stream()
                .filter(witness -> standing(witness, now) == AttestationPage.Standing.UP_TO_DATE
                        || standing(witness, now) == AttestationPage.Standing.WAITING)
                .count();
        return all.stream().anyMatch(WitnessStanding::contradicts)
                ? say.message("attestation.summary.contradicted")
                : say.message("attestation.summary", say.number(good), say.number(all.size()));
    }

    /** The ledger whose checkpoints witnesses are shown: its own where configured, else the platform's, which holds them. */
    private String shown(String ledger) {
        return properties.ledgers().contains(ledger) ? ledger : LedgerStore.PLATFORM;
    }

    private Optional<String> quorumWords() {
        return standings.policy().quorumMetBy(Set.of())
                ? Optional.empty()
                : Optional.of(standings.policy().quorum().words());
    }

    private AttestationPage.WitnessLine line(WitnessStanding standing, Instant now) {
        PolicyWitness witness = standing.witness();
        return new AttestationPage.WitnessLine(
                witness.name(),
                witness.verifier().name(),
                witness.url().isPresent(),
                standing(standing, now),
                standing.last().map(StoredCosignature::size),
                standing.last().map(StoredCosignature::cosignedAt),
                standing.waitingSince(),
                standing.report().map(AttestorReport::detail).orElse(""));
    }

    private AttestationPage.Standing standing(WitnessStanding witness, Instant now) {
        if (witness.contradicts()) {
            return AttestationPage.Standing.CONTRADICTS;
        }
        if (witness.waitingSince().isEmpty()) {
            return AttestationPage.Standing.UP_TO_DATE;
        }
        if (witness.witness().url().isEmpty()) {
            return AttestationPage.Standing.NOT_ASKED;
        }
        boolean failing = witness.report()
                .filter(report -> report.state() != AttestorReport.State.GOOD)
                .isPresent();
        return failing || witness.isBehind(now, properties.alertAfter())
                ? AttestationPage.Standing.BEHIND
                : AttestationPage.Standing.WAITING;
    }

    private AttestationPage.AuthorityLine line(TimestampAuthority authority) {
        Optional<StoredTimestamp> latest = tokens.latest(LedgerStore.PLATFORM, authority.name());
        return new AttestationPage.AuthorityLine(
                authority.name(),
                latest.map(StoredTimestamp::stampedAt),
                latest.map(StoredTimestamp::verifiableUntil),
                reports.latest(LedgerStore.PLATFORM, authority.name())
                        .filter(report -> !report.detail().isEmpty()));
    }

    private AttestationPage.CheckpointLine line(String ledger, CheckpointTimes.Signed signed) {
        Optional<Needed> witnessed = needed(ledger, signed.size(), properties.ledgers());
        Optional<Needed> stamped = needed(ledger, signed.size(), stamping.ledgers());
        return new AttestationPage.CheckpointLine(
                signed.size(),
                signed.at(),
                standings.policy().witnesses().stream()
                        .map(witness -> witnessed
                                .flatMap(need ->
                                        cosignatures.firstCovering(need.ledger(), witness.vkey(), need.entries()))
                                .map(StoredCosignature::cosignedAt))
                        .toList(),
                stamped.flatMap(need -> tokens.firstCovering(need.ledger(), need.entries()))
                        .map(StoredTimestamp::stampedAt));
    }

    private Optional<Needed> needed(String ledger, long size, List<String> shownLedgers) {
        return ledger.equals(LedgerStore.PLATFORM) || shownLedgers.contains(ledger)
                ? Optional.of(new Needed(ledger, size))
                : announcements.platformEntries(ledger, size).map(entries -> new Needed(LedgerStore.PLATFORM, entries));
    }
}

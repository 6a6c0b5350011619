package org.indelible.attestation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.indelible.anchoring.attest.AttestorReport;
import org.indelible.anchoring.attest.AttestorReports;
import org.indelible.anchoring.attest.StampingSettings;
import org.indelible.anchoring.attest.Standings;
import org.indelible.anchoring.attest.TimestampAuthority;
import org.indelible.anchoring.attest.WitnessStanding;
import org.indelible.portal.Say;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What an administrator has to know of witnesses and authorities: who contradicts, who has fallen behind. Told in the log when it begins. */
@Component("witnessAlerts")
public class WitnessAlerts {
    private static final Logger LOG = LoggerFactory.getLogger(WitnessAlerts.class);

    private final Standings standings;
    private final StampingSettings stamping;
    private final AttestorReports reports;
    private final WitnessProperties properties;
    private final Clock clock;
    private final Say say;
    private boolean told;

    WitnessAlerts(
            Standings standings,
            StampingSettings stamping,
            AttestorReports reports,
            WitnessProperties properties,
            Clock clock,
            Say say) {
        this.standings = standings;
        this.stamping = stamping;
        this.reports = reports;
        this.properties = properties;
        this.clock = clock;
        this.say = say;
    }

    /** One sentence each; empty where all is well. */
    public List<String> all() {
        List<String> alerts = new ArrayList<>();
        Instant now = clock.instant();
        for (String ledger : properties.ledgers()) {
            standings.witnesses(ledger).forEach(witness -> add(witness, now, alerts));
        }
        for (String ledger : stamping.ledgers()) {
            for (TimestampAuthority authority : stamping.authorities()) {
                reports.latest(ledger, authority.name())
                        .filter(report -> report.state() != AttestorReport.State.GOOD)
                        .filter(report ->
                                report.at().plus(properties.alertAfter()).isBefore(now))
                        .ifPresent(report -> alerts.add(say.message(
                                "attestation.alert.authority",
                                authority.name(),
                                say.exactly(report.at()),
                                report.detail())));
            }
        }
        return alerts;
    }

    private void add(WitnessStanding witness, Instant now, List<String> alerts) {
        String detail = witness.report().map(AttestorReport::detail).orElse("");
        if (witness.contradicts()) {
            alerts.add(say.message(
                    "attestation.alert.contradicts", witness.witness().name(), detail));
        } else if (witness.isBehind(now, properties.alertAfter())) {
            alerts.add(say.message(
                    "attestation.alert.behind",
                    witness.witness().name(),
                    say.exactly(witness.waitingSince().orElseThrow()),
                    detail));
        }
    }

    /** Writes to the log once when something begins to be wrong, and once when all is well again. */
    synchronized void look() {
        List<String> alerts = all();
        if (alerts.isEmpty() == told) {
            told = !alerts.isEmpty();
            if (told) {
                alerts.forEach(LOG::error);
            } else {
                LOG.info("All witnesses and time-stamp authorities have caught up");
            }
        }
    }
}

package org.indelible.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.indelible.anchoring.blob.BlobStore;
import org.indelible.authority.Actor;
import org.indelible.authors.EnactedSignIns;
import org.indelible.commands.Acting;
import org.indelible.commands.Commands;
import org.indelible.platform.LedgerTime;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.shared.DocumentHash;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.TrialId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Enacts the demo trial, step by step, each in the name of its person and at its enacted time. Each entry says which step it is of, so that an enactment that was
 * interrupted goes on where it ended.
 */
@Component
class Enactment {
    private static final Logger LOG = LoggerFactory.getLogger(Enactment.class);
    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(3);

    private final Commands commands;
    private final EnactedSignIns signIns;
    private final EventStore events;
    private final BlobStore blobs;
    private final LedgerTime time;
    private final Clock clock;

    Enactment(
            Commands commands,
            EnactedSignIns signIns,
            EventStore events,
            BlobStore blobs,
            LedgerTime time,
            Clock clock) {
        this.commands = commands;
        this.signIns = signIns;
        this.events = events;
        this.blobs = blobs;
        this.time = time;
        this.clock = clock;
    }

    /** Enacts what comes after the steps that are on record. */
    void run(EnactedSoFar soFar) {
        Instant began = clock.instant();
        DemoCalendar calendar = new DemoCalendar(soFar.installed().orElse(began));
        List<Step> steps = script(calendar);
        EnactedClock enacted = new EnactedClock(calendar.begins());
        String ledger = DemoTrials.ENACTED.value();
        time.enact(ledger, enacted);
        try (Sessions sessions = new Sessions(signIns)) {
            Instant reported = began;
            for (int n = soFar.steps(); n < steps.size(); n++) {
                perform(steps.get(n), n, n == steps.size() - 1, enacted, sessions);
                if (Duration.between(reported, clock.instant()).compareTo(BETWEEN_REPORTS) > 0) {
                    reported = clock.instant();
                    LOG.info("Enacting the demo trial: {} of {} acts", n + 1, steps.size());
                }
            }
        } finally {
            time.live(ledger);
        }
        LOG.info(
                "Enacted the demo trial: {} acts in {} s",
                steps.size() - soFar.steps(),
                Duration.between(began, clock.instant()).toSeconds());
    }

    private List<Step> script(DemoCalendar calendar) {
        DemoProtocol protocol = DemoProtocol.filed(blobs);
        TrialId trial = DemoTrials.ENACTED;
        Script script = new Script(calendar.ends());
        new TrialSetup(trial, calendar, protocol, document -> new DocumentHash(blobs.put(document)), script).write();
        for (DemoParticipant participant : Cast.ALL) {
            boolean amended = participant.site() == DemoSite.VIENNA && participant.screening() > TrialSetup.AMENDED;
            StudyBuild build = amended ? protocol.amended() : protocol.build();
            new ParticipantStory(trial, participant, calendar, build, script).write();
        }
        new RunningLogs(trial, calendar, protocol.build(), script).write();
        new Incidents(trial, calendar, protocol.build(), script).write();
        return script.inOrder();
    }

    private void perform(Step step, int number, boolean last, EnactedClock enacted, Sessions sessions) {
        Actor actor = sessions.actor(step.by(), step.at());
        enacted.moveTo(step.at());
        Object command = step.command().apply(new Stage(actor, step.at(), events));
        Optional<OffsetDateTime> entered =
                step.by().site().map(site -> step.at().atZone(site.zone()).toOffsetDateTime());
        Acting acting =
                new Acting(actor, "page", entered, Optional.empty(), Optional.of(EnactedSoFar.name(number, last)));
        try {
            commands.send(command, acting);
        } catch (DomainRefusal refusal) {
            throw new IllegalStateException(
                    step.by().account() + " at " + step.at() + ", "
                            + command.getClass().getSimpleName() + ": " + refusal,
                    refusal);
        }
    }
}

package org.indelible.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.indelible.account.ClockChange;
import org.indelible.account.SystemCommand.RecordClockChange;
import org.indelible.account.SystemEvent.ClockChanged;
import org.indelible.authors.PlatformAuthor;
import org.indelible.commands.Acting;
import org.indelible.commands.Commands;
import org.indelible.portal.Say;
import org.indelible.shared.AccountId;
import org.indelible.shared.StreamId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells administrators of changes of the server's clock: in the log at once, in {@code platform}, and on their page for a week. */
@Component("clockAlerts")
public class ClockAlerts {
    private static final Logger LOG = LoggerFactory.getLogger(ClockAlerts.class);
    private static final Duration SHOWN = Duration.ofDays(7);
    private static final String STREAM =
            StreamId.ofSystem(new AccountId("clock")).toString();

    private final Commands commands;
    private final PlatformAuthor platform;
    private final EventStore events;
    private final Clock clock;
    private final Say say;
    private final List<ClockJump> waiting = new ArrayList<>();

    ClockAlerts(Commands commands, PlatformAuthor platform, EventStore events, Clock clock, Say say) {
        this.commands = commands;
        this.platform = platform;
        this.events = events;
        this.clock = clock;
        this.say = say;
    }

    /** One sentence each, the latest first; empty where the clock goes as a clock goes. */
    public List<String> all() {
        List<String> alerts = new ArrayList<>();
        synchronized (waiting) {
            waiting.forEach(jump -> alerts.addFirst(words(jump.expected(), jump.said())));
        }
        Instant since = clock.instant().minus(SHOWN);
        events.readEvents(STREAM)
                .asStream()
                .filter(event -> event.getTimestamp().isAfter(since))
                .map(DomainEventMessage::getPayload)
                .filter(ClockChanged.class::isInstance)
                .map(ClockChanged.class::cast)
                .forEach(change -> alerts.addFirst(words(change.expected(), change.said())));
        return alerts;
    }

    private String words(Instant expected, Instant said) {
        return say.message(
                said.isBefore(expected) ? "clock.set-back" : "clock.set-forward",
                expected.atOffset(ZoneOffset.UTC).toString(),
                said.atOffset(ZoneOffset.UTC).toString());
    }

    void found(ClockJump jump) {
        LOG.error(
                "The server's clock was changed {}: it says {}, expected was {} or after. Check the time service of this machine",
                jump.found() == ClockChange.WHILE_RUNNING ? "while running" : "while nobody looked",
                jump.said(),
                jump.expected());
        synchronized (waiting) {
            waiting.add(jump);
        }
        record();
    }

    /** What could not be recorded, above all because the clock is too far behind, is tried again at the next look. */
    void record() {
        synchronized (waiting) {
            while (!waiting.isEmpty()) {
                ClockJump next = waiting.getFirst();
                try {
                    commands.send(
                            new RecordClockChange(next.found(), next.expected(), next.said()),
                            Acting.byApi(platform.actor()));
                } catch (RuntimeException notNow) {
                    LOG.warn("The change of the clock is not on record yet: {}", notNow.getMessage());
                    return;
                }
                waiting.removeFirst();
            }
        }
    }
}

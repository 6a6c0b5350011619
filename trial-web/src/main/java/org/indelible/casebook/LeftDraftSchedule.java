package org.indelible.casebook;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.indelible.authors.PlatformAuthor;
import org.indelible.casebook.DraftCommand.NoteLeftDraft;
import org.indelible.commands.Acting;
import org.indelible.commands.Commands;
import org.indelible.shared.DomainRefusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Puts on record, without a word of what was typed, that a draft lies unsaved, so that it comes up on the site's work list. */
@Component
@Profile("!command")
class LeftDraftSchedule implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LeftDraftSchedule.class);
    private static final long PAUSE_MINUTES = 10;

    private final Drafts drafts;
    private final Commands commands;
    private final PlatformAuthor platform;
    private final Duration age;
    private @Nullable ScheduledExecutorService clockwork;

    LeftDraftSchedule(
            Drafts drafts,
            Commands commands,
            PlatformAuthor platform,
            @Value("${indelible.drafts.left-after:24h}") Duration age) {
        this.drafts = drafts;
        this.commands = commands;
        this.platform = platform;
        this.age = age;
    }

    /** May follow a stop. */
    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("left-drafts").daemon().factory());
        started.scheduleWithFixedDelay(this::tick, PAUSE_MINUTES, PAUSE_MINUTES, TimeUnit.MINUTES);
        clockwork = started;
    }

    @Override
    public synchronized void stop() {
        if (clockwork != null) {
            clockwork.shutdownNow();
            clockwork = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return clockwork != null;
    }

    private void tick() {
        try {
            pass();
        } catch (RuntimeException e) {
            LOG.error("Drafts that were left could not be noted; tried again later", e);
        }
    }

    /** Notes each once. */
    void pass() {
        for (Drafts.Left left : drafts.left(age)) {
            Drafts.Place place = left.place();
            try {
                commands.send(
                        new NoteLeftDraft(place.casebook(), place.form().ref(), place.account(), left.typedAt()),
                        Acting.byApi(platform.actor()));
            } catch (DomainRefusal refusal) {
                LOG.warn("A draft that was left cannot be noted: {}", refusal.code());
            }
            drafts.noted(place);
        }
    }
}

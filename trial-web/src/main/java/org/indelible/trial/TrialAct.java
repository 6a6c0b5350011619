package org.indelible.trial;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.indelible.authority.Act;
import org.indelible.portal.TrialPage;

/** What can be done with a trial as a whole, and in which states it is offered. Whether it can be done now, the domain says. */
enum TrialAct {
    PUBLISH_VERSION(Act.PUBLISH_VERSION, Set.of("registered", "open")),
    PUBLISH_BUILD(Act.PUBLISH_VERSION, Set.of("registered")),
    PUBLISH_CONSENT(Act.PUBLISH_VERSION, Set.of("registered", "open")),
    OPEN(Act.OPEN_TRIAL, Set.of("registered", "closed")),
    RETENTION(Act.RECORD_RETENTION, Set.of("registered", "open", "closed", "locked", "archived")),
    AGREEMENT(Act.RECORD_TRANSFER_AGREEMENT, Set.of("registered", "open", "closed")),
    CLOSE(Act.CLOSE_TRIAL, Set.of("open")),
    LOCK(Act.LOCK_TRIAL, Set.of("closed")),
    AUTHORISE_UNLOCK(Act.AUTHORISE_UNLOCK, Set.of("locked")),
    UNLOCK(Act.UNLOCK_TRIAL, Set.of("locked")),
    ARCHIVE(Act.ARCHIVE_TRIAL, Set.of("locked"));

    private final Act act;
    private final Set<String> states;

    TrialAct(Act act, Set<String> states) {
        this.act = act;
        this.states = states;
    }

    static List<TrialAct> offered(TrialPage page) {
        return Arrays.stream(values())
                .filter(act ->
                        page.may(act.act) && act.states.contains(page.trial().status()))
                .toList();
    }

    static Optional<TrialAct> of(String code) {
        return Arrays.stream(values()).filter(act -> act.code().equals(code)).findFirst();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean publishes() {
        return act == Act.PUBLISH_VERSION;
    }

    public boolean asksReason() {
        return this == CLOSE || this == LOCK || this == RETENTION || this == AUTHORISE_UNLOCK || this == UNLOCK;
    }

    public boolean asksSignature() {
        return this == AUTHORISE_UNLOCK;
    }

    /** Confirmed by typing the trial's name. */
    public boolean weighty() {
        return this == CLOSE || this == LOCK || this == ARCHIVE;
    }
}

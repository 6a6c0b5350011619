package org.indelible.casebook;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.indelible.authority.Act;
import org.indelible.portal.TrialPage;

/** What can be done with a participant as such. Whether it can be done now, the domain says. */
enum ParticipantAct {
    CONSENT(Act.RECORD_CONSENT, false, false),
    SCREEN(Act.SCREEN, false, false),
    FAIL_SCREENING(Act.SCREEN, true, true),
    ENROL(Act.ENROL, false, false),
    DISCONTINUE(Act.RECORD_DISPOSITION, true, true),
    WITHDRAW_CONSENT(Act.WITHDRAW_CONSENT, true, true),
    WITHDRAW(Act.RECORD_DISPOSITION, true, true),
    COMPLETE(Act.RECORD_DISPOSITION, false, true),
    LOCK(Act.LOCK_CASEBOOK, false, true),
    AUTHORISE_UNLOCK(Act.AUTHORISE_UNLOCK, true, true),
    UNLOCK(Act.UNLOCK_CASEBOOK, true, true);

    private final Act act;
    private final boolean reason;
    private final boolean weighty;

    ParticipantAct(Act act, boolean reason, boolean weighty) {
        this.act = act;
        this.reason = reason;
        this.weighty = weighty;
    }

    static List<ParticipantAct> offered(TrialPage page) {
        return Arrays.stream(values()).filter(act -> page.may(act.act)).toList();
    }

    static Optional<ParticipantAct> of(String code) {
        return Arrays.stream(values()).filter(act -> act.code().equals(code)).findFirst();
    }

    /** In addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean asksReason() {
        return reason;
    }

    /** Confirmed by typing the participant's key. */
    public boolean weighty() {
        return weighty;
    }

    public boolean asksDay() {
        return act != Act.LOCK_CASEBOOK && act != Act.UNLOCK_CASEBOOK && act != Act.AUTHORISE_UNLOCK;
    }

    public boolean asksSignature() {
        return this == AUTHORISE_UNLOCK;
    }
}

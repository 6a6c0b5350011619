package org.indelible.demo;

import org.indelible.shared.CasebookId;
import org.indelible.shared.ParticipantKey;
import org.indelible.shared.TrialId;

/**
 * One invented participant.
 *
 * @param screening day of screening, counted from the installation
 * @param systolic mean pressure at screening
 * @param way how the participation went
 */
record DemoParticipant(
        DemoSite site, String number, int screening, String sex, int age, String fullName, int systolic, Way way) {
    /** How a participation goes. */
    enum Way {
        /** All visits, as far as their day has come. */
        REGULAR,
        /** Week 12 was missed and nobody has noticed. */
        MISSES_WEEK_12,
        /** Not eligible. */
        SCREEN_FAILURE,
        /** Withdraws consent after week 4. */
        WITHDRAWS,
        /** Study treatment ends for an adverse event after week 4; visits go on. */
        STOPS_TREATMENT
    }

    String key() {
        return site.key().value() + "-" + number;
    }

    CasebookId in(TrialId trial) {
        return new CasebookId(trial, new ParticipantKey(key()));
    }

    boolean female() {
        return sex.equals("F");
    }

    /** First letters of the names. */
    String initials() {
        StringBuilder initials = new StringBuilder();
        for (String name : fullName.split(" ")) {
            initials.append(name.charAt(0));
        }
        return initials.toString();
    }
}

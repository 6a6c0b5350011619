package org.indelible.site;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.indelible.authority.Act;
import org.indelible.portal.TrialPage;

/** What can be done at a site. Whether it can be done now, the domain says. */
enum SiteAct {
    ETHICS_APPROVAL(Act.FILE_ETHICS_APPROVAL),
    ACTIVATE_BUILD(Act.ACTIVATE_BUILD),
    NAME_INVESTIGATOR(Act.NAME_INVESTIGATOR),
    DELEGATE(Act.DELEGATE),
    TRAINING(Act.RECORD_TRAINING),
    CLOSE(Act.CLOSE_SITE),
    ACCEPT_DELEGATION(Act.ACCEPT_DELEGATION),
    END_DELEGATION(Act.DELEGATE);

    private final Act act;

    SiteAct(Act act) {
        this.act = act;
    }

    /** Those that concern the site as a whole; those on one delegation are offered beside it. */
    static List<SiteAct> offered(TrialPage page) {
        return Arrays.stream(values())
                .filter(act -> page.may(act.act) && !act.onDelegation())
                .toList();
    }

    static Optional<SiteAct> of(String code) {
        return Arrays.stream(values()).filter(act -> act.code().equals(code)).findFirst();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean onDelegation() {
        return this == ACCEPT_DELEGATION || this == END_DELEGATION;
    }

    public boolean asksPerson() {
        return this == NAME_INVESTIGATOR || this == DELEGATE || this == TRAINING;
    }

    public boolean asksReason() {
        return this == END_DELEGATION || this == CLOSE;
    }

    public boolean asksSignature() {
        return this == DELEGATE || this == ACCEPT_DELEGATION;
    }
}

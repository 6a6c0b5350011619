package org.indelible.wiring;

import java.util.List;
import org.indelible.account.AccountEvent;
import org.indelible.account.SystemEvent;
import org.indelible.auditreview.AuditReviewEvent;
import org.indelible.authority.AmendmentApplication;
import org.indelible.casebook.CasebookEvent;
import org.indelible.certification.CertificationEvent;
import org.indelible.erasure.ErasureEvent;
import org.indelible.eventstore.EventTypeRegistry;
import org.indelible.eventstore.RevisionUpcaster;
import org.indelible.logkey.LogKeyEvent;
import org.indelible.recovery.RecoveryEvent;
import org.indelible.site.SiteEvent;
import org.indelible.trial.TrialEvent;

/** All events of the domain. */
public final class DomainEvents {
    private DomainEvents() {}

    public static EventTypeRegistry registry() {
        return EventTypeRegistry.ofSealed(
                TrialEvent.class,
                SiteEvent.class,
                CasebookEvent.class,
                ErasureEvent.class,
                AuditReviewEvent.class,
                AccountEvent.class,
                SystemEvent.class,
                RecoveryEvent.class,
                LogKeyEvent.class,
                CertificationEvent.class);
    }

    /** What brings the events of earlier revisions to the present ones. */
    public static List<RevisionUpcaster> upcasters() {
        return List.of(
                new RevisionUpcaster(
                        "signed-in",
                        1,
                        signedIn -> signedIn.put("secondFactor", "NOT_DEMANDED").putNull("passkey")),
                new RevisionUpcaster(
                        "build-activated",
                        1,
                        fields -> fields.put("application", AmendmentApplication.PROSPECTIVE.name())));
    }
}

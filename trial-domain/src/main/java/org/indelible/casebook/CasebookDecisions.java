package org.indelible.casebook;

import java.util.List;
import org.indelible.authority.Authority;
import org.indelible.authority.Side;
import org.indelible.casebook.CasebookState.Registered;
import org.indelible.casebook.LifecycleCommand.RegisterParticipant;

/** What is asked of a casebook, and what comes of it. Whatever path a command came by, it meets the same rules here. */
public final class CasebookDecisions {
    private CasebookDecisions() {}

    public static List<CasebookEvent> decide(
            CasebookState state, CasebookCommand command, Authority authority, StudyBuilds builds) {
        if (command instanceof RegisterParticipant register) {
            return LifecycleDecisions.register(state, register, authority);
        }
        Registered casebook = state.registered().orElseThrow(CasebookRefusals::notRegistered);
        requireSameSite(casebook, authority);
        if (casebook.lock().locked() && !(command instanceof LockCommand || command instanceof DraftCommand)) {
            throw CasebookRefusals.locked();
        }
        return switch (command) {
            case LifecycleCommand c -> LifecycleDecisions.decide(casebook, c, authority);
            case VisitCommand c -> new VisitDecisions(casebook, authority, builds).decide(c);
            case RecordingCommand c -> new RecordingDecisions(casebook, authority, builds).decide(c);
            case SigningCommand c -> SigningDecisions.decide(casebook, c, authority);
            case ReviewCommand c -> ReviewDecisions.decide(casebook, c, authority, builds);
            case DraftCommand c -> DraftDecisions.decide(casebook, c, authority, builds);
            case AttachmentCommand c -> AttachmentDecisions.decide(casebook, c, authority, builds);
            case DeviationCommand c -> DeviationDecisions.decide(casebook, c, authority);
            case LockCommand c -> LockDecisions.decide(casebook, c, authority);
            case PartLockCommand c -> PartLockDecisions.decide(casebook, c, authority);
        };
    }

    /** The authority was evaluated for the site that was known before the stream was read: a transfer may have come between. */
    private static void requireSameSite(Registered casebook, Authority authority) {
        boolean elsewhere = authority.effectiveRole().side() == Side.SITE
                && authority
                        .site()
                        .filter(site -> !site.site().equals(casebook.site()))
                        .isPresent();
        if (elsewhere) {
            throw CasebookRefusals.otherSite();
        }
    }
}

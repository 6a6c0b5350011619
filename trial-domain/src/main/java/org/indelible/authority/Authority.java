package org.indelible.authority;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.indelible.shared.DomainRefusal;

/**
 * The evaluated authority that every decision receives: who acts, as what, where, on which day, and what follows from roles, delegation, training, ethics approval and
 * the state of the trial. No controller decides rights; {@link #require} does.
 *
 * @param printedName the actor's, for signatures; absent where it was erased
 * @param identityProven whether the identity of the person was proven before a right to sign
 * @param mandate of an import
 * @param at server time of the command, the only clock of a decision
 */
public record Authority(
        Actor actor,
        Optional<String> printedName,
        Standing standing,
        boolean identityProven,
        Optional<TrialScope> trial,
        Optional<SiteScope> site,
        Optional<ImportMandate> mandate,
        Instant at) {

    /** Lets the act pass, or refuses with a stable code. */
    public void require(Act act) {
        refusal(act).ifPresent(refusal -> {
            throw refusal;
        });
    }

    public boolean permits(Act act) {
        return refusal(act).isEmpty();
    }

    /** Why the act is not allowed; empty where it is. */
    public Optional<DomainRefusal> refusal(Act act) {
        return AuthorityRules.refusal(this, act);
    }

    /** The day at the site, on which delegations, trainings and approvals are judged. */
    public LocalDate day() {
        return LocalDate.ofInstant(at, zone());
    }

    /** The moment in the site's zone. */
    public OffsetDateTime siteTime() {
        return OffsetDateTime.ofInstant(at, zone());
    }

    private ZoneId zone() {
        return site.map(SiteScope::zone).orElse(ZoneOffset.UTC);
    }

    /** The role whose rights count: of who started it where an import of a site acts. */
    public Role effectiveRole() {
        return importing(ImportPurpose.SITE) ? mandate.orElseThrow().startedAs() : actor.role();
    }

    public boolean importing(ImportPurpose purpose) {
        return mandate.map(ImportMandate::purpose).filter(purpose::equals).isPresent();
    }
}

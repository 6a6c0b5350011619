package org.indelible.security;

import static org.indelible.authority.Role.ADMINISTRATOR;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.indelible.authority.Act;
import org.indelible.authority.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Every route and the roles that may ask for it: the only source of authorisation for URLs. What has no rule is closed. The first
 * rule that fits counts.
 *
 * <p>A rule opens the door; whether the person behind it may do the act today, on this trial and site, is decided in trial-domain.
 */
public final class RouteRules {
    private static final Set<Role> PEOPLE = rolesWithout(Role.SYSTEM);
    /** Who may start an import of one purpose or another, or agree to one as the second person. */
    private static final Set<Role> IMPORTERS = importers();

    private static final Set<Role> ADMINISTRATORS = Set.of(ADMINISTRATOR);
    /** Queries are between the site and those who review; who may say what, trial-domain decides. */
    private static final Set<Role> QUERY_READERS = rolesWithout(Role.SYSTEM, ADMINISTRATOR, Role.PARTICIPANT);

    /** Whoever plans, signs or inspects signatures. */
    private static final Set<Role> SIGNING_PLAN_READERS = signingPlanReaders();

    /** Whoever freezes, locks, or agrees to unlocking. */
    private static final Set<Role> LOCKERS = lockers();

    private static final Set<Role> AMENDMENT_READERS = rolesWithout(Role.SYSTEM, ADMINISTRATOR, Role.PARTICIPANT);
    private static final Set<Role> TRIAL_PEOPLE = rolesWithout(Role.SYSTEM, ADMINISTRATOR);

    /** Whoever asks or approves, and whoever inspects. */
    private static final Set<Role> ERASURE_READERS = erasureReaders();

    /** Whoever plans or makes reviews of the audit trail, and whoever inspects them. */
    private static final Set<Role> AUDIT_REVIEW_READERS = auditReviewReaders();

    /** In the order in which they are asked. */
    public static final List<Rule> ALL = List.of(
            // Before sign-in
            anybody(GET, "/sign-in"),
            anybody(POST, "/sign-in"),
            anybody(GET, "/sign-in/code"),
            anybody(POST, "/sign-in/code"),
            anybody(POST, "/sign-in/passkey/options"),
            anybody(POST, "/sign-in/passkey"),
            anybody(POST, "/api/v1/token"),
            anybody(GET, "/api/openapi.json"),
            anybody(GET, "/actuator/health/readiness"),
            anybody(null, "/error"),
            anybody(null, "/problem"),
            anybody(GET, "/css/**"),
            anybody(GET, "/js/**"),
            anybody(GET, "/webjars/**"),
            anybody(GET, "/_static/**"),
            anybody(GET, "/favicon.svg"),
            only(PEOPLE, DELETE, "/api/v1/token"),
            // The portal
            only(PEOPLE, GET, "/"),
            only(PEOPLE, POST, "/sign-out"),
            only(PEOPLE, POST, "/role"),
            only(TRIAL_PEOPLE, GET, "/search"),
            only(PEOPLE, GET, "/platform/ledger"),
            only(PEOPLE, POST, "/platform/ledger/verification"),
            only(PEOPLE, GET, "/platform/ledger/verification/{job}"),
            only(PEOPLE, POST, "/platform/ledger/verification/{job}/cancel"),
            only(PEOPLE, GET, "/password"),
            only(PEOPLE, POST, "/password"),
            only(PEOPLE, GET, "/security"),
            only(PEOPLE, POST, "/security/passkeys/options"),
            only(PEOPLE, POST, "/security/passkeys"),
            only(PEOPLE, POST, "/security/passkeys/remove"),
            only(PEOPLE, null, "/security/codes"),
            only(PEOPLE, GET, "/security/codes/qr"),
            // Accounts
            only(ADMINISTRATORS, GET, "/accounts"),
            only(ADMINISTRATORS, GET, "/accounts/new"),
            only(ADMINISTRATORS, POST, "/accounts/new"),
            only(ADMINISTRATORS, GET, "/accounts/{account}"),
            only(ADMINISTRATORS, null, "/accounts/{account}/acts/{act}"),
            // Reading a trial: as far as the role in force reaches, which its controllers see to
            only(TRIAL_PEOPLE, GET, "/api/v1/trials"),
            only(TRIAL_PEOPLE, GET, "/api/v1/trials/{trial}"),
            only(TRIAL_PEOPLE, GET, "/api/v1/trials/{trial}/participants"),
            only(TRIAL_PEOPLE, GET, "/api/v1/trials/{trial}/participants/{key}"),
            only(TRIAL_PEOPLE, GET, "/api/v1/trials/{trial}/participants/{key}/audit-trail"),
            only(TRIAL_PEOPLE, GET, "/api/v1/trials/{trial}/audit-trail"),
            // A trial as of a point
            only(TRIAL_PEOPLE, GET, "/trials"),
            only(Act.REGISTER_TRIAL.roles(), null, "/trials/new"),
            only(TRIAL_PEOPLE, GET, "/trials/{trial}"),
            only(TRIAL_PEOPLE, GET, "/trials/{trial}/work"),
            only(TRIAL_PEOPLE, GET, "/trials/{trial}/search"),
            only(TRIAL_PEOPLE, null, "/trials/{trial}/acts/{act}"),
            // Amendments: looked at by all, decided by the sponsor; moved to by the site
            only(AMENDMENT_READERS, GET, "/trials/{trial}/builds/{build}"),
            only(AMENDMENT_READERS, GET, "/trials/{trial}/builds/{build}/dictionary.csv"),
            only(Act.PUBLISH_VERSION.roles(), null, "/trials/{trial}/designs/**"),
            only(AMENDMENT_READERS, GET, "/trials/{trial}/amendments"),
            only(Act.PUBLISH_VERSION.roles(), null, "/trials/{trial}/amendments/new"),
            only(AMENDMENT_READERS, GET, "/trials/{trial}/amendments/{amendment}"),
            only(Act.APPROVE_AMENDMENT.roles(), POST, "/trials/{trial}/amendments/{amendment}/approve"),
            only(Act.PUBLISH_VERSION.roles(), POST, "/trials/{trial}/amendments/{amendment}/withdraw"),
            only(Act.PUBLISH_VERSION.roles(), POST, "/api/v1/trials/{trial}/protocol-versions"),
            only(AMENDMENT_READERS, GET, "/api/v1/trials/{trial}/amendments/{amendment}"),
            only(Act.APPROVE_AMENDMENT.roles(), POST, "/api/v1/trials/{trial}/amendments/{amendment}/approval"),
            only(Act.PUBLISH_VERSION.roles(), POST, "/api/v1/trials/{trial}/amendments/{amendment}/withdrawal"),
            only(AMENDMENT_READERS, GET, "/trials/{trial}/sites/{site}/amendment"),
            only(Act.ADOPT_BUILD.roles(), POST, "/trials/{trial}/sites/{site}/amendment"),
            only(Act.ADOPT_BUILD.roles(), GET, "/trials/{trial}/sites/{site}/amendment/{job}"),
            only(Act.ADOPT_BUILD.roles(), null, "/trials/{trial}/participants/{participant}/form/migrate"),
            only(IMPORTERS, GET, "/trials/{trial}/imports"),
            only(IMPORTERS, POST, "/trials/{trial}/imports"),
            only(IMPORTERS, GET, "/trials/{trial}/imports/{job}"),
            only(IMPORTERS, POST, "/trials/{trial}/imports/{job}/cancel"),
            only(TRIAL_PEOPLE, GET, "/trials/{trial}/sites"),
            only(Act.OPEN_SITE.roles(), null, "/trials/{trial}/sites/new"),
            only(TRIAL_PEOPLE, GET, "/trials/{trial}/sites/{site}"),
            only(TRIAL_PEOPLE, null, "/trials/{trial}/sites/{site}/acts/{act}"),
            only(TRIAL_PEOPLE, GET, "/trials/{trial}/participants"),
            only(Act.REGISTER_PARTICIPANT.roles(), null, "/trials/{trial}/participants/new"),
            only(TRIAL_PEOPLE, GET, "/trials/{trial}/participants/{participant}"),
            only(TRIAL_PEOPLE, GET, "/trials/{trial}/participants/{participant}/moments"),
            only(TRIAL_PEOPLE, GET, "/trials/{trial}/participants/{participant}/form"),
            only(TRIAL_PEOPLE, GET, "/trials/{trial}/participants/{participant}/history"),
            only(TRIAL_PEOPLE, POST, "/trials/{trial}/participants/{participant}/form"),
            only(Act.REVIEW_FORM.roles(), null, "/trials/{trial}/verification-plan"),
            only(Act.REVIEW_FORM.roles(), null, "/trials/{trial}/participants/{participant}/verify"),
            only(QUERY_READERS, GET, "/trials/{trial}/locks"),
            only(QUERY_READERS, POST, "/trials/{trial}/locks"),
            only(LOCKERS, null, "/trials/{trial}/participants/{participant}/locks"),
            only(QUERY_READERS, GET, "/trials/{trial}/deviations"),
            only(Act.RAISE_DEVIATION.roles(), null, "/trials/{trial}/participants/{participant}/deviations/new"),
            only(QUERY_READERS, null, "/trials/{trial}/participants/{participant}/deviations/{deviation}"),
            only(QUERY_READERS, GET, "/trials/{trial}/progress"),
            only(SIGNING_PLAN_READERS, null, "/trials/{trial}/signing-plan"),
            only(QUERY_READERS, GET, "/trials/{trial}/enrolment-log"),
            only(QUERY_READERS, GET, "/trials/{trial}/blank-forms"),
            only(TRIAL_PEOPLE, GET, "/trials/{trial}/participants/{participant}/calendar"),
            only(QUERY_READERS, GET, "/trials/{trial}/participants/{participant}/attachments"),
            only(QUERY_READERS, GET, "/trials/{trial}/participants/{participant}/attachments/{document}"),
            only(Act.RECORD_DATA.roles(), POST, "/trials/{trial}/participants/{participant}/attachments"),
            only(QUERY_READERS, GET, "/trials/{trial}/queries"),
            only(QUERY_READERS, POST, "/trials/{trial}/queries/close"),
            only(Act.RAISE_QUERY.roles(), null, "/trials/{trial}/participants/{participant}/query"),
            only(QUERY_READERS, null, "/trials/{trial}/participants/{participant}/queries/{query}"),
            only(Act.RECORD_DATA.roles(), POST, "/trials/{trial}/participants/{participant}/form/draft"),
            only(Act.DISCARD_DRAFT.roles(), POST, "/trials/{trial}/participants/{participant}/form/discard"),
            only(Act.RECORD_DATA.roles(), null, "/trials/{trial}/participants/{participant}/visit"),
            only(Act.INACTIVATE_DATA.roles(), null, "/trials/{trial}/participants/{participant}/inactivate"),
            only(Act.SIGN.roles(), null, "/trials/{trial}/participants/{participant}/sign"),
            only(Act.SIGN.roles(), POST, "/trials/{trial}/participants/{participant}/sign/options"),
            only(TRIAL_PEOPLE, null, "/trials/{trial}/participants/{participant}/acts/{act}"),
            only(TRIAL_PEOPLE, GET, "/trials/{trial}/audit"),
            only(Act.EXPORT_DATA.roles(), GET, "/trials/{trial}/audit/file"),
            only(AUDIT_REVIEW_READERS, GET, "/trials/{trial}/audit-reviews"),
            only(AUDIT_REVIEW_READERS, GET, "/trials/{trial}/audit-reviews/views/{view}"),
            only(Act.PLAN_AUDIT_REVIEW.roles(), null, "/trials/{trial}/audit-reviews/plans/new"),
            only(AUDIT_REVIEW_READERS, GET, "/trials/{trial}/audit-reviews/plans/{plan}"),
            only(Act.PLAN_AUDIT_REVIEW.roles(), POST, "/trials/{trial}/audit-reviews/plans/{plan}/end"),
            only(Act.REVIEW_AUDIT_TRAIL.roles(), POST, "/trials/{trial}/audit-reviews/plans/{plan}/begin"),
            only(AUDIT_REVIEW_READERS, GET, "/trials/{trial}/audit-reviews/reviews/{review}"),
            only(Act.REVIEW_AUDIT_TRAIL.roles(), POST, "/trials/{trial}/audit-reviews/reviews/{review}/findings"),
            only(
                    Act.REVIEW_AUDIT_TRAIL.roles(),
                    POST,
                    "/trials/{trial}/audit-reviews/reviews/{review}/findings/{finding}"),
            only(Act.REVIEW_AUDIT_TRAIL.roles(), POST, "/trials/{trial}/audit-reviews/reviews/{review}/sign-off"),
            only(TRIAL_PEOPLE, GET, "/trials/{trial}/compare"),
            only(TRIAL_PEOPLE, GET, "/trials/{trial}/exports"),
            only(Act.EXPORT_DATA.roles(), GET, "/trials/{trial}/clinical-data"),
            only(Act.EXPORT_DATA.roles(), GET, "/api/v1/trials/{trial}/clinical-data"),
            only(Act.EXPORT_DATA.roles(), GET, "/trials/{trial}/datasets"),
            only(Act.EXPORT_DATA.roles(), GET, "/api/v1/trials/{trial}/datasets"),
            only(Act.EXPORT_EVIDENCE.roles(), GET, "/trials/{trial}/reports"),
            only(Act.EXPORT_EVIDENCE.roles(), GET, "/trials/{trial}/reports/make"),
            only(Act.EXPORT_EVIDENCE.roles(), GET, "/trials/{trial}/reports/{job}"),
            only(Act.EXPORT_EVIDENCE.roles(), GET, "/trials/{trial}/reports/{job}/file"),
            only(Act.EXPORT_EVIDENCE.roles(), POST, "/trials/{trial}/reports/{job}/cancel"),
            only(TRIAL_PEOPLE, GET, "/trials/{trial}/ledger"),
            only(TRIAL_PEOPLE, GET, "/trials/{trial}/ledger/witnesses"),
            only(Set.of(ADMINISTRATOR), GET, "/platform/witnesses"),
            only(TRIAL_PEOPLE, GET, "/trials/{trial}/ledger/entry"),
            only(TRIAL_PEOPLE, GET, "/trials/{trial}/ledger/entries/{number}"),
            only(TRIAL_PEOPLE, POST, "/trials/{trial}/ledger/verification"),
            only(TRIAL_PEOPLE, GET, "/trials/{trial}/ledger/verification/{job}"),
            only(TRIAL_PEOPLE, POST, "/trials/{trial}/ledger/verification/{job}/cancel"),
            // What is taken out of the record
            only(ERASURE_READERS, GET, "/trials/{trial}/erasures"),
            only(Act.REQUEST_ERASURE.roles(), null, "/trials/{trial}/erasures/new"),
            only(ERASURE_READERS, GET, "/trials/{trial}/erasures/{request}"),
            only(Act.APPROVE_ERASURE.roles(), POST, "/trials/{trial}/erasures/{request}/approval"),
            only(Act.REQUEST_ERASURE.roles(), POST, "/trials/{trial}/erasures/{request}/refusal"),
            only(ERASURE_READERS, GET, "/api/v1/trials/{trial}/erasures"),
            only(Act.REQUEST_ERASURE.roles(), POST, "/api/v1/trials/{trial}/erasures"),
            only(Act.APPROVE_ERASURE.roles(), POST, "/api/v1/trials/{trial}/erasures/{erasure}/approval"),
            only(Act.REQUEST_ERASURE.roles(), POST, "/api/v1/trials/{trial}/erasures/{erasure}/refusal"),
            only(Act.RECORD_RETENTION.roles(), POST, "/api/v1/trials/{trial}/retention"),
            // Evidence to take away
            only(Act.EXPORT_EVIDENCE.roles(), GET, "/api/v1/trials/{trial}/evidence"),
            only(Act.EXPORT_EVIDENCE.roles(), null, "/trials/{trial}/evidence"),
            only(TRIAL_PEOPLE, GET, "/trials/{trial}/evidence/verifier.html"),
            // A ledger as C2SP clients follow it
            only(TRIAL_PEOPLE, GET, "/ledgers/{ledger}/checkpoint"),
            only(TRIAL_PEOPLE, GET, "/ledgers/{ledger}/tile/**"),
            only(TRIAL_PEOPLE, POST, "/api/v1/trials/{trial}/verification"),
            // Long work: one's own only, which its controller sees to
            only(TRIAL_PEOPLE, null, "/api/v1/jobs/{id}"),
            // Trials; which import a role may start, trial-domain decides by its purpose
            only(Set.of(Role.STUDY_BUILDER), POST, "/api/v1/trials"),
            only(TRIAL_PEOPLE, POST, "/api/v1/trials/{trial}/clinical-data"));

    private RouteRules() {}

    /** Whether the role may ask for this path; closed where no rule fits. */
    public static boolean permits(HttpMethod method, String path, @Nullable Role role) {
        PathContainer requested = PathContainer.parsePath(path);
        return ALL.stream()
                .filter(rule -> rule.fits(method, requested))
                .findFirst()
                .map(rule -> rule.permits(role))
                .orElse(false);
    }

    /** The roles permitted for this path; empty where it is open to everybody, no role at all where no rule fits. */
    public static Optional<Set<Role>> rolesFor(HttpMethod method, String path) {
        PathContainer requested = PathContainer.parsePath(path);
        return ALL.stream()
                .filter(rule -> rule.fits(method, requested))
                .findFirst()
                .map(Rule::roles)
                .orElse(Optional.of(Set.of()));
    }

    /** Whether there is a rule for the path at all. */
    static boolean knows(HttpMethod method, String path) {
        PathContainer requested = PathContainer.parsePath(path);
        return ALL.stream().anyMatch(rule -> rule.fits(method, requested));
    }

    /**
     * One route.
     *
     * @param method absent: every method
     * @param roles absent: open to everybody, signed in or not
     */
    public record Rule(Optional<HttpMethod> method, String pattern, Optional<Set<Role>> roles) {
        public boolean permits(@Nullable Role role) {
            return roles.map(permitted -> role != null && permitted.contains(role))
                    .orElse(true);
        }

        boolean fits(HttpMethod requested, PathContainer path) {
            return method.map(requested::equals).orElse(true)
                    && PathPatternParser.defaultInstance.parse(pattern).matches(path);
        }

        RequestMatcher matcher() {
            PathPatternRequestMatcher.Builder builder = PathPatternRequestMatcher.withDefaults();
            return method.map(only -> builder.matcher(only, pattern)).orElseGet(() -> builder.matcher(pattern));
        }
    }

    private static Rule anybody(@Nullable HttpMethod method, String pattern) {
        return new Rule(Optional.ofNullable(method), pattern, Optional.empty());
    }

    private static Rule only(Set<Role> roles, @Nullable HttpMethod method, String pattern) {
        return new Rule(Optional.ofNullable(method), pattern, Optional.of(roles));
    }

    private static Set<Role> importers() {
        EnumSet<Role> roles = EnumSet.copyOf(Act.RECORD_DATA.roles());
        roles.addAll(Act.AUTHORISE_MIGRATION.roles());
        return Collections.unmodifiableSet(roles);
    }

    private static Set<Role> signingPlanReaders() {
        EnumSet<Role> roles = EnumSet.copyOf(Act.SET_REVIEW_PLAN.roles());
        roles.addAll(List.of(
                Role.INVESTIGATOR, Role.SUB_INVESTIGATOR, Role.COORDINATOR, Role.INSPECTOR, Role.UNBLINDED_INSPECTOR));
        return Collections.unmodifiableSet(roles);
    }

    private static Set<Role> lockers() {
        EnumSet<Role> roles = EnumSet.copyOf(Act.FREEZE.roles());
        roles.addAll(Act.LOCK_CASEBOOK.roles());
        roles.addAll(Act.AUTHORISE_UNLOCK.roles());
        return Collections.unmodifiableSet(roles);
    }

    private static Set<Role> erasureReaders() {
        EnumSet<Role> roles = EnumSet.copyOf(Act.REQUEST_ERASURE.roles());
        roles.addAll(Act.APPROVE_ERASURE.roles());
        roles.add(Role.INSPECTOR);
        roles.add(Role.UNBLINDED_INSPECTOR);
        return Collections.unmodifiableSet(roles);
    }

    private static Set<Role> auditReviewReaders() {
        EnumSet<Role> roles = EnumSet.copyOf(Act.REVIEW_AUDIT_TRAIL.roles());
        roles.addAll(Act.PLAN_AUDIT_REVIEW.roles());
        roles.add(Role.INSPECTOR);
        roles.add(Role.UNBLINDED_INSPECTOR);
        return Collections.unmodifiableSet(roles);
    }

    private static Set<Role> rolesWithout(Role first, Role... others) {
        return Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(first, others)));
    }
}

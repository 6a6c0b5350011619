package org.indelible.authority;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.indelible.shared.AccountId;
import org.indelible.shared.AuthenticationEvidence;
import org.indelible.shared.AuthenticationMethod;
import org.indelible.shared.BuildHash;
import org.indelible.shared.ConsentVersion;
import org.indelible.shared.DocumentHash;
import org.indelible.shared.ProtocolVersion;
import org.indelible.shared.SignInId;
import org.indelible.shared.SiteKey;
import org.indelible.shared.TrialId;
import org.indelible.shared.TrialKind;
import org.indelible.shared.TrialStatus;

/** Authorities for tests: one trial, one site in Berlin, one day. */
public final class Authorities {
    public static final TrialId TRIAL = new TrialId("0b6f1d7e-54a3-4d0a-9c57-3f1f7f0f8a11");
    public static final SiteKey SITE = new SiteKey("S01");
    public static final Instant NOW = Instant.parse("2026-03-03T09:00:00Z");
    public static final LocalDate TODAY = LocalDate.parse("2026-03-03");
    public static final ProtocolVersion PROTOCOL = new ProtocolVersion("1.0");
    public static final ConsentVersion CONSENT = new ConsentVersion("ICF 1.0");
    public static final DocumentHash DOCUMENT = new DocumentHash("A".repeat(43));
    public static final BuildHash BUILD = new BuildHash("B".repeat(43));
    public static final EthicsApproval APPROVAL = new EthicsApproval(
            "Ethics committee of the Charite",
            DOCUMENT,
            List.of(PROTOCOL),
            List.of(CONSENT),
            LocalDate.parse("2026-01-01"),
            Optional.of(LocalDate.parse("2026-12-31")));

    private Authorities() {}

    /** Somebody with this role in force, every duty delegated, trained, the site approved, the trial open. */
    public static Authority of(Role role) {
        return of(role, role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    }

    public static Authority of(Role role, String account) {
        return new Authority(
                actor(role, account),
                Optional.of("Dr. " + account),
                Standing.IN_FORCE,
                true,
                Optional.of(trial(Optional.empty())),
                Optional.of(site(Optional.of(activated(BUILD, AmendmentApplication.PROSPECTIVE)))),
                Optional.empty(),
                NOW);
    }

    /** The trial, with one build published in it. */
    public static TrialScope trial(Optional<ConsentVersion> reconsent) {
        return new TrialScope(
                TRIAL,
                TrialKind.TEST,
                TrialStatus.OPEN,
                Optional.empty(),
                Map.of(BUILD, new PublishedBuild(PROTOCOL, Optional.empty(), reconsent)));
    }

    private static ActivatedBuild activated(BuildHash build, AmendmentApplication application) {
        return new ActivatedBuild(build, PROTOCOL, Optional.empty(), application);
    }

    /** At a site that has activated the build for forms already begun too. */
    public static Authority retrospectively(Authority authority, BuildHash build) {
        return withSite(authority, site(Optional.of(activated(build, AmendmentApplication.RETROSPECTIVE))));
    }

    public static Authority inTrial(Authority authority, TrialScope trial) {
        return new Authority(
                authority.actor(),
                authority.printedName(),
                authority.standing(),
                authority.identityProven(),
                Optional.of(trial),
                authority.site(),
                authority.mandate(),
                authority.at());
    }

    public static Actor actor(Role role, String account) {
        return new Actor(new AccountId(account), "Site 01", role, new SignInId("sign-in-of-" + account));
    }

    public static SiteScope site(Optional<ActivatedBuild> build) {
        return new SiteScope(
                SITE, ZoneId.of("Europe/Berlin"), true, EnumSet.allOf(Duty.class), true, List.of(APPROVAL), build);
    }

    public static Authority withSite(Authority authority, SiteScope site) {
        return new Authority(
                authority.actor(),
                authority.printedName(),
                authority.standing(),
                authority.identityProven(),
                authority.trial(),
                Optional.of(site),
                authority.mandate(),
                authority.at());
    }

    /** Where it is on record until when the trial's records have to be kept. */
    public static Authority withRetention(Authority authority, LocalDate until) {
        return new Authority(
                authority.actor(),
                authority.printedName(),
                authority.standing(),
                authority.identityProven(),
                Optional.of(new TrialScope(TRIAL, TrialKind.TEST, TrialStatus.ARCHIVED, Optional.of(until), Map.of())),
                authority.site(),
                authority.mandate(),
                authority.at());
    }

    /** With a build that names its protocol version, as the site has activated it. */
    public static Authority withBuild(Authority authority, BuildHash build) {
        return withSite(authority, site(Optional.of(activated(build, AmendmentApplication.PROSPECTIVE))));
    }

    /** At a site where nothing has been approved or activated. */
    public static Authority withoutApproval(Authority authority) {
        SiteScope site = authority.site().orElseThrow();
        return withSite(
                authority,
                new SiteScope(
                        site.site(),
                        site.zone(),
                        site.principalInvestigator(),
                        site.duties(),
                        site.trained(),
                        List.of(),
                        site.build()));
    }

    public static Authority importing(ImportPurpose purpose, BuildHash build, Set<String> agreedItems) {
        return new Authority(
                actor(Role.SYSTEM, "import"),
                Optional.empty(),
                Standing.IN_FORCE,
                false,
                Optional.of(trial(Optional.empty())),
                Optional.of(site(Optional.empty())),
                Optional.of(new ImportMandate(
                        purpose,
                        DOCUMENT,
                        new AccountId("data-manager"),
                        Role.DATA_MANAGER,
                        Optional.of(build),
                        agreedItems)),
                NOW);
    }

    /** Two components, just now, by the holder of the account. */
    public static AuthenticationEvidence evidence(Authority authority) {
        return evidence(authority, 2, true, authority.at().minusSeconds(20));
    }

    public static AuthenticationEvidence evidence(Authority authority, int components, boolean first, Instant at) {
        return new AuthenticationEvidence(
                authority.actor().account(),
                authority.actor().signIn(),
                AuthenticationMethod.PASSWORD,
                at,
                components,
                first,
                Optional.empty());
    }
}

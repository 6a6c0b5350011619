package org.indelible.site;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.indelible.authority.AmendmentApplication;
import org.indelible.authority.Duty;
import org.indelible.authority.EthicsApproval;
import org.indelible.portal.AtField;
import org.indelible.shared.AccountId;
import org.indelible.shared.AuthenticationEvidence;
import org.indelible.shared.BuildHash;
import org.indelible.shared.ConsentVersion;
import org.indelible.shared.DocumentHash;
import org.indelible.shared.ProtocolVersion;
import org.indelible.shared.Reason;
import org.indelible.shared.ReasonCategory;
import org.indelible.shared.SiteId;
import org.indelible.shared.TrainingVersion;
import org.jspecify.annotations.Nullable;

/** What is asked for an act at a site; which fields count depends on the act. Versions are typed with commas between them. */
record SiteActForm(
        @Nullable String committee,
        @Nullable String protocolVersions,
        @Nullable String consentVersions,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String build,
        @Nullable AmendmentApplication application,
        @Nullable String account,
        @Nullable Set<Duty> duties,
        @Nullable String training,
        @Nullable String delegation,
        @Nullable String category,
        @Nullable String reason,
        @Nullable String username,
        @Nullable String password) {

    /** @param day offered where a day is asked */
    static SiteActForm of(Optional<String> delegation, LocalDate day) {
        return new SiteActForm(
                null,
                null,
                null,
                day,
                null,
                null,
                null,
                null,
                null,
                null,
                delegation.orElse(null),
                null,
                null,
                null,
                null);
    }

    /**
     * @param document hash of the letter that was filed; for an ethics approval
     */
    SiteCommand toCommand(
            SiteAct act,
            SiteId site,
            Optional<DocumentHash> document,
            Optional<AuthenticationEvidence> authentication) {
        return switch (act) {
            case ETHICS_APPROVAL -> new SiteCommand.RecordEthicsApproval(site, approval(document));
            case ACTIVATE_BUILD -> activation(site);
            case NAME_INVESTIGATOR -> new SiteCommand.NamePrincipalInvestigator(site, person(), day());
            case DELEGATE ->
                new SiteCommand.DelegateDuty(
                        site,
                        UUID.randomUUID().toString(),
                        person(),
                        duties == null ? Set.of() : duties,
                        day(),
                        Optional.ofNullable(until),
                        authentication.orElseThrow());
            case ACCEPT_DELEGATION ->
                new SiteCommand.AcceptDelegation(
                        site, AtField.needed(delegation, "delegation"), authentication.orElseThrow());
            case END_DELEGATION ->
                new SiteCommand.EndDelegation(site, AtField.needed(delegation, "delegation"), day(), why());
            case TRAINING ->
                new SiteCommand.RecordTraining(
                        site, person(), new TrainingVersion(AtField.needed(training, "training")), day());
            case CLOSE -> new SiteCommand.CloseSite(site, why());
        };
    }

    private EthicsApproval approval(Optional<DocumentHash> document) {
        return new EthicsApproval(
                AtField.needed(committee, "committee"),
                document.orElseThrow(() -> AtField.missing("document")),
                listed(AtField.needed(protocolVersions, "protocolVersions")).stream()
                        .map(ProtocolVersion::new)
                        .toList(),
                listed(consentVersions).stream().map(ConsentVersion::new).toList(),
                day(),
                Optional.ofNullable(until));
    }

    private SiteCommand activation(SiteId site) {
        String hash = AtField.needed(build, "build");
        return new SiteCommand.ActivateBuild(
                site, new BuildHash(hash), application == null ? AmendmentApplication.PROSPECTIVE : application);
    }

    private AccountId person() {
        return new AccountId(AtField.needed(account, "account"));
    }

    private LocalDate day() {
        if (from == null) {
            throw AtField.missing("from");
        }
        return from;
    }

    private Reason why() {
        return new Reason(
                category == null || category.isEmpty() ? ReasonCategory.OTHER : ReasonCategory.valueOf(category),
                reason == null ? "" : reason);
    }

    private static List<String> listed(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .filter(version -> !version.isEmpty())
                        .collect(Collectors.toList());
    }
}

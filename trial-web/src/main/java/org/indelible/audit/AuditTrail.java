package org.indelible.audit;

import java.util.Map;
import java.util.stream.Collectors;
import org.indelible.portal.Say;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.account.AccountQueries;
import org.indelible.readmodel.account.RoleGrant;
import org.indelible.readmodel.trial.TrialQueries;
import org.springframework.stereotype.Component;

/** What is needed to read the audit trail of a trial in words. */
@Component
public class AuditTrail {
    private final TrialQueries trials;
    private final AccountQueries accounts;
    private final Say say;

    AuditTrail(TrialQueries trials, AccountQueries accounts, Say say) {
        this.trials = trials;
        this.accounts = accounts;
        this.say = say;
    }

    public AuditWords words(AsOf asOf) {
        return new AuditWords(trials.latestBuild(asOf), accounts, say);
    }

    /** Who has or had a role in the trial, by account, with their names. */
    Map<String, String> people(AsOf asOf) {
        return accounts.names(
                accounts.grants(asOf.trial()).stream().map(RoleGrant::account).collect(Collectors.toSet()));
    }
}

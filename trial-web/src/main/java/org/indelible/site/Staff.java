package org.indelible.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.indelible.authority.Role;
import org.indelible.authority.Side;
import org.indelible.portal.Say;
import org.indelible.readmodel.account.AccountQueries;
import org.indelible.readmodel.account.RoleGrant;
import org.springframework.stereotype.Component;

/** The people who hold a role of site staff at a site now: those whom duties, training and leadership can concern. */
@Component
class Staff {
    private final AccountQueries accounts;
    private final Say say;

    Staff(AccountQueries accounts, Say say) {
        this.accounts = accounts;
        this.say = say;
    }

    /** Accounts with the words to choose them by: "Dr A. Novak (investigator)". */
    Map<String, String> of(String trial, String site) {
        List<RoleGrant> grants = accounts.grants(trial).stream()
                .filter(grant -> grant.revoked().isEmpty()
                        && grant.site().map(site::equals).orElse(true)
                        && Role.valueOf(grant.role()).side() == Side.SITE)
                .toList();
        Map<String, String> names =
                accounts.names(grants.stream().map(RoleGrant::account).collect(Collectors.toSet()));
        Map<String, String> staff = new LinkedHashMap<>();
        grants.forEach(grant -> staff.merge(
                grant.account(),
                names.getOrDefault(grant.account(), grant.account()) + " (" + say.role(grant.role()) + ")",
                (one, same) -> one));
        return staff;
    }
}

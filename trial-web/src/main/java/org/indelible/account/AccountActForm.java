package org.indelible.account;

import java.util.Optional;
import java.util.UUID;
import org.indelible.account.AccountCommand.DisableAccount;
import org.indelible.account.AccountCommand.GrantRole;
import org.indelible.account.AccountCommand.RecordIdentityProof;
import org.indelible.account.AccountCommand.RecordPasswordSet;
import org.indelible.account.AccountCommand.RemoveOneTimeCodes;
import org.indelible.account.AccountCommand.RevokeRole;
import org.indelible.account.AccountCommand.Unlock;
import org.indelible.authority.Role;
import org.indelible.portal.AtField;
import org.indelible.shared.AccountId;
import org.indelible.shared.ParticipantKey;
import org.indelible.shared.Reason;
import org.indelible.shared.ReasonCategory;
import org.jspecify.annotations.Nullable;

/** What is asked for an act on an account; which fields count depends on the act. */
record AccountActForm(
        @Nullable String grant,
        @Nullable Role role,
        @Nullable String organisation,
        @Nullable String where,
        @Nullable String participant,
        @Nullable String method,
        @Nullable String category,
        @Nullable String reason,
        @Nullable String password,
        @Nullable String confirm) {

    static AccountActForm of(Optional<String> grant, String organisation) {
        return new AccountActForm(grant.orElse(null), null, organisation, null, null, null, null, null, null, null);
    }

    AccountCommand toCommand(AccountAct act, AccountId account) {
        return switch (act) {
            case GRANT -> granting(account);
            case REVOKE -> new RevokeRole(account, AtField.needed(grant, "grant"), why());
            case IDENTITY_PROOF -> new RecordIdentityProof(account, AtField.needed(method, "method"), Optional.empty());
            case PASSWORD -> new RecordPasswordSet(account);
            case UNLOCK -> new Unlock(account, why());
            case RESET_SECOND_FACTOR -> new RemoveOneTimeCodes(account, why());
            case DISABLE -> new DisableAccount(account, why());
        };
    }

    private GrantRole granting(AccountId account) {
        if (role == null) {
            throw AtField.missing("role");
        }
        GrantPlace place = GrantPlace.parse(AtField.needed(where, "where"));
        return new GrantRole(
                account,
                UUID.randomUUID().toString(),
                role,
                AtField.needed(organisation, "organisation"),
                place.trial(),
                place.site(),
                Optional.ofNullable(participant)
                        .map(String::strip)
                        .filter(key -> !key.isEmpty())
                        .map(ParticipantKey::new));
    }

    String newPassword() {
        return password == null ? "" : password;
    }

    boolean confirms(String account) {
        return account.equals(confirm == null ? "" : confirm.strip());
    }

    Reason why() {
        return new Reason(
                category == null || category.isEmpty() ? ReasonCategory.OTHER : ReasonCategory.valueOf(category),
                reason == null ? "" : reason);
    }
}

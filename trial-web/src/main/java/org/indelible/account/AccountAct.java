package org.indelible.account;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.indelible.readmodel.account.AccountRow;

/** What an administrator can do with an account. Whether it can be done now, the domain says. */
enum AccountAct {
    GRANT,
    REVOKE,
    IDENTITY_PROOF,
    PASSWORD,
    UNLOCK,
    RESET_SECOND_FACTOR,
    DISABLE;

    /** Those that make sense for the account as it stands; a role is revoked where it is listed. */
    static List<AccountAct> offered(AccountRow account) {
        return switch (account.status()) {
            case "disabled" -> List.of();
            case "locked" -> List.of(UNLOCK, GRANT, IDENTITY_PROOF, PASSWORD, RESET_SECOND_FACTOR, DISABLE);
            default -> List.of(GRANT, IDENTITY_PROOF, PASSWORD, RESET_SECOND_FACTOR, DISABLE);
        };
    }

    static Optional<AccountAct> of(String code) {
        return Arrays.stream(values()).filter(act -> act.code().equals(code)).findFirst();
    }

    /** In addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean asksReason() {
        return this == REVOKE || this == UNLOCK || this == RESET_SECOND_FACTOR || this == DISABLE;
    }

    /** Confirmed by typing the user name: it cannot be taken back. */
    public boolean weighty() {
        return this == DISABLE;
    }
}

package org.indelible.account;

import java.util.Map;
import org.indelible.portal.AtField;
import org.indelible.shared.DomainRefusal;
import org.springframework.ui.Model;

/** At which field of a page about accounts a refusal is shown. */
final class AccountRefusals {
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("account-exists", "account"),
            Map.entry("account-malformed", "account"),
            Map.entry("site-needed", "where"),
            Map.entry("place-malformed", "where"),
            Map.entry("participant-needed", "participant"),
            Map.entry("administrators-hold-no-trial-role", "role"),
            Map.entry("blinded-and-unblinded", "role"),
            Map.entry("role-not-for-persons", "role"),
            Map.entry("password-too-weak", "password"),
            Map.entry("password-not-new", "password"),
            Map.entry("authentication-failed", "current"),
            Map.entry("proof-wrong", "password"),
            Map.entry("code-wrong", "code"),
            Map.entry("reason-required", "reason"),
            Map.entry("text-too-long", "reason"),
            Map.entry("not-confirmed", "confirm"));

    private AccountRefusals() {}

    static void show(DomainRefusal refusal, Model model) {
        AtField.show(refusal, FIELDS, model);
    }
}

package org.indelible.security;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import org.indelible.shared.AccountId;

/**
 * The blocklist that NIST SP 800-63B section 3.1.1.2 asks for, as an estimate: the lists of common passwords that zxcvbn brings along, with
 * their variations, and nothing that would have to be asked elsewhere.
 */
final class GuessedPasswords {
    /** Fewer than a million guesses: within reach of somebody who tries at the sign-in page, lock-outs notwithstanding. */
    private static final int WITHIN_REACH = 1;

    /** Its effort grows fast with the length, and whoever types more has chosen no common password. */
    private static final int MEASURED = 64;

    private static final Zxcvbn ESTIMATE = new Zxcvbn();

    private GuessedPasswords() {}

    static boolean includes(String password, AccountId account) {
        String measured = password.substring(0, Math.min(password.length(), MEASURED));
        return ESTIMATE.measure(measured, List.of(account.value(), "indelible")).getScore() <= WITHIN_REACH;
    }
}

package org.indelible.security;

import java.time.Instant;
import java.util.List;
import org.indelible.anchoring.passkey.Passkey;
import org.indelible.shared.AccountId;
import org.indelible.shared.EntryHash;

/** The passkeys in use, as recorded in the platform ledger. */
@FunctionalInterface
public interface PasskeyDirectory {
    /** @param registration the platform entry that registered it */
    record Known(Passkey passkey, EntryHash registration, Instant since) {}

    List<Known> of(AccountId account);
}

package org.indelible.authority;

import java.util.Optional;
import org.indelible.shared.SignInId;

/** What the imports under way act under, by the sign-in under which the key of each was certified. */
@FunctionalInterface
public interface ImportMandates {
    Optional<ImportMandate> find(SignInId signIn);
}

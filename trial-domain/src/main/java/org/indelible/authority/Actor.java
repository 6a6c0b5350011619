package org.indelible.authority;

import org.indelible.shared.AccountId;
import org.indelible.shared.SignInId;

/** Who acts, for whom, as what, within which sign-in (claim {@code act}). */
public record Actor(AccountId account, String organisation, Role role, SignInId signIn) {}

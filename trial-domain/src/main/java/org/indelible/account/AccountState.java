package org.indelible.account;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.authority.AuthorityFacts.AccountFacts;
import org.indelible.authority.RoleGrant;
import org.indelible.shared.AccountId;
import org.indelible.shared.SecondFactor;
import org.indelible.shared.SignInId;

/** An account as far as decisions and authority need it. */
public sealed interface AccountState {

    AccountState NONE = new Unknown();

    default AccountState evolve(AccountEvent event) {
        return AccountEvolution.evolve(this, event);
    }

    record Unknown() implements AccountState {}

    /** @param failures consecutive failed sign-ins */
    record Standing(boolean disabled, boolean lockedOut, boolean identityProven, int failures) {
        static final Standing NEW = new Standing(false, false, false, 0);
    }

    /**
     * How the person proves who they are, but for the password.
     *
     * @param passkeys in use, by credential
     * @param pastPasskeys credentials that ever were registered: none comes back
     * @param oneTimeCodes whether a generator of one-time codes is set up
     */
    record Credentials(Map<String, RegisteredPasskey> passkeys, Set<String> pastPasskeys, boolean oneTimeCodes) {
        static final Credentials NONE = new Credentials(Map.of(), Set.of(), false);

        public Credentials {
            passkeys = Map.copyOf(passkeys);
            pastPasskeys = Set.copyOf(pastPasskeys);
        }

        Credentials with(RegisteredPasskey passkey) {
            Set<String> ever = new HashSet<>(pastPasskeys);
            ever.add(passkey.credential());
            return new Credentials(
                    changed(passkeys, map -> map.put(passkey.credential(), passkey)), ever, oneTimeCodes);
        }

        Credentials without(String credential) {
            return new Credentials(changed(passkeys, map -> map.remove(credential)), pastPasskeys, oneTimeCodes);
        }

        Credentials withOneTimeCodes(boolean setUp) {
            return new Credentials(passkeys, pastPasskeys, setUp);
        }
    }

    /**
     * @param grants those in force, by their id
     * @param past every grant there ever was: unblinding is not undone by a revocation, and ids are not reused
     */
    record Known(
            AccountId account,
            Disclosable<String> printedName,
            boolean demo,
            Standing standing,
            Credentials credentials,
            Map<String, RoleGrant> grants,
            Map<String, RoleGrant> past,
            Map<SignInId, OpenSignIn> openSignIns)
            implements AccountState {

        static Known created(AccountEvent.AccountCreated event) {
            return new Known(
                    event.account(),
                    event.printedName(),
                    event.demo(),
                    Standing.NEW,
                    Credentials.NONE,
                    Map.of(),
                    Map.of(),
                    Map.of());
        }

        public boolean disabled() {
            return standing.disabled();
        }

        public boolean lockedOut() {
            return standing.lockedOut();
        }

        /** What became of the second factor of an open sign-in. */
        public SecondFactor secondFactorOf(SignInId signIn) {
            OpenSignIn open = openSignIns.get(signIn);
            return open == null ? SecondFactor.NOT_DEMANDED : open.secondFactor();
        }

        int failures() {
            return standing.failures();
        }

        Known with(Standing changed) {
            return new Known(account, printedName, demo, changed, credentials, grants, past, openSignIns);
        }

        Known with(Credentials changed) {
            return new Known(account, printedName, demo, standing, changed, grants, past, openSignIns);
        }

        Known withGrants(Map<String, RoleGrant> held, Map<String, RoleGrant> ever) {
            return new Known(account, printedName, demo, standing, credentials, held, ever, openSignIns);
        }

        Known withSignIns(Map<SignInId, OpenSignIn> open) {
            return new Known(account, printedName, demo, standing, credentials, grants, past, open);
        }

        /** What authority is evaluated from. */
        public AccountFacts facts() {
            return new AccountFacts(
                    account,
                    printedName.present(),
                    !disabled() && !lockedOut(),
                    demo,
                    standing.identityProven(),
                    List.copyOf(grants.values()));
        }
    }

    /** A copy of a map with a change. */
    static <K, V> Map<K, V> changed(Map<K, V> map, Consumer<Map<K, V>> change) {
        Map<K, V> copy = new HashMap<>(map);
        change.accept(copy);
        return Map.copyOf(copy);
    }
}

package org.indelible.security;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.indelible.anchoring.passkey.Challenges;
import org.indelible.anchoring.primitive.Base64Text;
import org.indelible.anchoring.primitive.Ed25519Signer;
import org.indelible.anchoring.primitive.Sha256;
import org.indelible.security.SignInProof.BoundKey;
import org.indelible.shared.AccountId;
import org.indelible.shared.PasskeyProof;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Component;

/**
 * Signing in with a passkey. The key that will seal is made first; the passkey is asked whether it acts for the account until its certificate
 * ends. Until it has answered, the key waits in this node's memory and nowhere else.
 */
@Component
public class PasskeySignIns {
    private static final String ASKED = "passkey-sign-in";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int WAITING = 1_000;

    private record Asked(AccountId account, Ed25519Signer signer, Instant notAfter, Instant until) {}

    /** @param credentials ids of those that may answer; an account without any has one that nobody holds */
    public record Question(String challenge, String relyingParty, List<String> credentials) {}

    private final SignIn signIn;
    private final PasskeyDirectory passkeys;
    private final RelyingParty relyingParty;
    private final SignInLife life;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final byte[] secret = new byte[32];
    private final Map<String, Asked> waiting = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Asked> eldest) {
            return size() > WAITING;
        }
    };

    PasskeySignIns(SignIn signIn, PasskeyDirectory passkeys, RelyingParty relyingParty, SignInLife life, Clock clock) {
        this.signIn = signIn;
        this.passkeys = passkeys;
        this.relyingParty = relyingParty;
        this.life = life;
        this.clock = clock;
        random.nextBytes(secret);
    }

    /** Makes a key and the question to the passkeys of an account; whether there is such an account cannot be told from it. */
    public Question ask(String username, HttpServletRequest request) {
        RelyingParty.Site site = relyingParty.of(request).orElseThrow(PasskeySignIns::refused);
        AccountId account = SignIn.accountId(username);
        Ed25519Signer signer = Ed25519Signer.generate(random);
        Instant notAfter = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(life.longest());
        String handle = UUID.randomUUID().toString();
        synchronized (waiting) {
            waiting.put(
                    handle, new Asked(account, signer, notAfter, clock.instant().plus(PATIENCE)));
        }
        request.getSession().setAttribute(ASKED, handle);
        List<String> known = passkeys.of(account).stream()
                .filter(passkey -> passkey.passkey().relyingParty().equals(site.id()))
                .map(passkey -> passkey.passkey().credential())
                .toList();
        return new Question(
                Base64Text.URL.encode(Challenges.signIn(signer.verifier(), account.value(), notAfter)),
                site.id(),
                known.isEmpty() ? List.of(nobodys(account)) : known);
    }

    /**
     * @param answer whose registration is filled in here
     * @throws BadCredentialsException whatever the reason, always with the same message
     */
    public SignedInPerson answered(PasskeyAnswer answer, HttpServletRequest request) {
        Object handle = request.getSession().getAttribute(ASKED);
        request.getSession().removeAttribute(ASKED);
        Asked asked;
        synchronized (waiting) {
            asked = handle == null ? null : waiting.remove(handle);
        }
        if (asked == null || asked.until().isBefore(clock.instant())) {
            throw refused();
        }
        byte[] challenge =
                Challenges.signIn(asked.signer().verifier(), asked.account().value(), asked.notAfter());
        Optional<PasskeyProof> proof = answer.proof(passkeys.of(asked.account()), challenge);
        return signIn.withPasskey(
                asked.account(), proof.map(word -> new BoundKey(asked.signer(), asked.notAfter(), word)));
    }

    /** An id that looks like one, the same each time an account is asked about. */
    private String nobodys(AccountId account) {
        return Base64Text.URL.encode(Sha256.of(secret, account.value().getBytes(StandardCharsets.UTF_8)));
    }

    private static BadCredentialsException refused() {
        return new BadCredentialsException("The passkey was not accepted, or the account is locked.");
    }
}

package org.indelible.security;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.bouncycastle.util.encoders.Base32;
import org.indelible.anchoring.keys.AesGcm;
import org.indelible.anchoring.keys.CipherTextException;
import org.indelible.anchoring.keys.DataKey;
import org.indelible.anchoring.keys.KeyVault;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.primitive.Sha256;
import org.indelible.security.OneTimeCodeStore.Stored;
import org.indelible.shared.AccountId;
import org.springframework.stereotype.Component;

/** One-time codes as second factor (R26). Secrets are encrypted under a key of the key vault; recovery codes are 80 random bits, kept as hashes. */
@Component
public class OneTimeCodes {
    private static final String SUBJECT = "one-time-codes";
    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_BYTES = 10;
    private static final String ISSUER = "Indelible";

    /** What came of a code. */
    sealed interface Outcome {
        record Right() implements Outcome {}

        /** @param left recovery codes that are left */
        record Recovered(int left) implements Outcome {}

        record Wrong(boolean locked) implements Outcome {}
    }

    private final OneTimeCodeStore store;
    private final KeyVault vault;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    OneTimeCodes(OneTimeCodeStore store, KeyVault vault, Clock clock) {
        this.store = store;
        this.vault = vault;
        this.clock = clock;
    }

    public boolean isSetUp(AccountId account) {
        return store.find(account).map(Stored::confirmed).orElse(false);
    }

    /** The URI that generator apps read from a QR code; with a new secret where none was proposed yet. */
    public String enrolment(AccountId account) {
        byte[] secret = proposed(account).orElseGet(() -> {
            byte[] made = new byte[OneTimeCode.SECRET_BYTES];
            random.nextBytes(made);
            store.propose(account, AesGcm.encrypt(key().key(), made, associated(account)));
            return proposed(account).orElseThrow(() -> new IllegalStateException("one-time codes are set up already"));
        });
        return "otpauth://totp/" + ISSUER + ":" + account.value() + "?secret=" + Base32.toBase32String(secret)
                + "&issuer=" + ISSUER;
    }

    /** The secret as people type it where they cannot scan. */
    public String secretInWords(AccountId account) {
        String secret = enrolment(account).replaceAll(".*secret=([A-Z2-7]+).*", "$1");
        return secret.replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** Sets up what was proposed, if this is its code now; the recovery codes, which nobody sees again. */
    public Optional<List<String>> confirm(AccountId account, String code) {
        boolean right = proposed(account)
                .map(secret -> OneTimeCode.matching(secret, digits(code), clock.instant()))
                .filter(OptionalLong::isPresent)
                .filter(step -> store.use(account, step.getAsLong()))
                .isPresent();
        return right ? Optional.of(newRecoveryCodes(account)) : Optional.empty();
    }

    Outcome check(AccountId account, String code) {
        int failures = store.begin(account);
        Optional<Stored> stored = store.find(account).filter(Stored::confirmed);
        OptionalLong step = stored.map(
                        known -> OneTimeCode.matching(decrypt(account, known.secret()), digits(code), clock.instant()))
                .orElse(OptionalLong.empty());
        if (step.isPresent() && store.use(account, step.getAsLong())) {
            return new Outcome.Right();
        }
        Optional<Integer> left = stored.flatMap(known -> store.useRecovery(account, hash(account, code)));
        if (left.isPresent()) {
            return new Outcome.Recovered(left.get());
        }
        boolean tooMany = failures >= OneTimeCodeStore.FAILURES_ALLOWED;
        if (tooMany) {
            store.lock(account);
        }
        return new Outcome.Wrong(tooMany);
    }

    /** For a person who lost their generator and their recovery codes. */
    public void remove(AccountId account) {
        store.remove(account);
    }

    private Optional<byte[]> proposed(AccountId account) {
        return store.find(account)
                .filter(stored -> !stored.confirmed())
                .map(stored -> decrypt(account, stored.secret()));
    }

    private List<String> newRecoveryCodes(AccountId account) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            byte[] bytes = new byte[RECOVERY_BYTES];
            random.nextBytes(bytes);
            codes.add(Base32.toBase32String(bytes).toLowerCase(Locale.ROOT).replaceAll("(.{4})(?=.)", "$1-"));
        }
        store.setRecovery(
                account, codes.stream().map(code -> hash(account, code)).toList());
        return List.copyOf(codes);
    }

    private byte[] decrypt(AccountId account, byte[] secret) {
        try {
            return AesGcm.decrypt(key().key(), secret, associated(account));
        } catch (CipherTextException e) {
            throw new IllegalStateException(
                    "the one-time code secret of " + account + " is damaged, or its key is another", e);
        }
    }

    private DataKey key() {
        return vault.participantKey(LedgerStore.PLATFORM, SUBJECT);
    }

    /** The account is authenticated with the secret, so that no row can pose as another's. */
    private static byte[] associated(AccountId account) {
        return account.value().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] hash(AccountId account, String code) {
        String plain = code.toLowerCase(Locale.ROOT).replaceAll("[^a-z2-7]", "");
        return Sha256.of((account.value() + '\n' + plain).getBytes(StandardCharsets.UTF_8));
    }

    private static String digits(String code) {
        return code.replaceAll("\\s", "");
    }
}

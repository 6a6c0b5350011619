package org.indelible.anchoring.ledger;

import java.nio.charset.StandardCharsets;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.anchoring.entry.Disclosure;
import org.indelible.anchoring.entry.EntryClaims;
import org.indelible.anchoring.keys.AesGcm;
import org.indelible.anchoring.keys.CipherTextException;
import org.indelible.anchoring.keys.DataKey;
import org.indelible.anchoring.keys.KeyVault;

/**
 * Encrypts erasable disclosures whole, salt included: IDENTITY under the key of whom the entry is about, FREE_TEXT under a key of its
 * own. The ciphertext is bound to its place by {@code jti} and digest as associated data.
 */
public final class DisclosureCipher {
    private final KeyVault vault;

    DisclosureCipher(KeyVault vault) {
        this.vault = vault;
    }

    static boolean isErasable(DisclosureClass disclosureClass) {
        return disclosureClass == DisclosureClass.IDENTITY || disclosureClass == DisclosureClass.FREE_TEXT;
    }

    EncryptedDisclosure encrypt(EntryClaims claims, Disclosure disclosure) {
        // An entry about no participant, such as an account's, is about its stream.
        DataKey key = disclosure.disclosureClass() == DisclosureClass.IDENTITY
                ? vault.participantKey(claims.ledger(), claims.sub().orElse(claims.stream()))
                : vault.disclosureKey();
        byte[] ciphertext =
                AesGcm.encrypt(key.key(), ascii(disclosure.encoded()), associated(claims.jti(), disclosure.digest()));
        return new EncryptedDisclosure(disclosure.digest(), disclosure.disclosureClass(), key.ref(), ciphertext);
    }

    /** The encoded disclosure. */
    public static String decrypt(DataKey key, byte[] ciphertext, String jti, String digest) throws CipherTextException {
        return new String(AesGcm.decrypt(key.key(), ciphertext, associated(jti, digest)), StandardCharsets.US_ASCII);
    }

    private static byte[] associated(String jti, String digest) {
        return (jti + digest).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

package org.indelible.anchoring.policy;

import java.util.Optional;
import org.indelible.anchoring.checkpoint.CosignatureVerifier;

/**
 * A witness (C2SP tlog-policy, "Defining a witness").
 *
 * @param name its name within the policy file, which need not be its key's
 * @param verifier its key
 * @param url its submission prefix (C2SP tlog-witness), as written
 */
public record PolicyWitness(String name, CosignatureVerifier verifier, Optional<String> url) {
    /** The key as it is written: what identifies a witness outside of the file. */
    public String vkey() {
        return verifier.encodedKey().toString();
    }
}

package org.indelible.anchoring.witness;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.indelible.anchoring.certificate.SigningKeyFile;
import org.indelible.anchoring.checkpoint.CosignatureSigner;
import org.indelible.anchoring.checkpoint.Cosigner;
import org.indelible.anchoring.checkpoint.MlDsa44CosignatureSigner;
import org.indelible.anchoring.note.NoteFormatException;
import org.indelible.anchoring.primitive.Ed25519Signer;
import org.indelible.anchoring.primitive.MlDsa44Signer;
import org.indelible.anchoring.primitive.Sha256;

/**
 * A witness's keys: one Ed25519, for everybody, and one ML-DSA-44, as C2SP tlog-cosignature recommends. The second's seed is derived from
 * the first's, which whoever breaks Ed25519 does not learn: what can be computed from a public key is the scalar, and that is a hash of the
 * seed.
 */
public final class WitnessKeys {
    private static final String FILE = "witness-key.p12";
    private static final byte[] LABEL = "indelible witness, seed of ML-DSA-44\n".getBytes(US_ASCII);

    private WitnessKeys() {}

    /** Opens the keys kept in the directory; where there are none, makes them. */
    public static List<Cosigner> open(Path directory, char[] password, String name)
            throws IOException, NoteFormatException {
        return of(
                name,
                SigningKeyFile.openOrCreate(directory.resolve(FILE), password, "Indelible witness")
                        .signer());
    }

    public static List<Cosigner> of(String name, Ed25519Signer signer) throws NoteFormatException {
        MlDsa44Signer postQuantum = MlDsa44Signer.ofSeed(Sha256.of(LABEL, signer.seed()));
        return List.of(new CosignatureSigner(name, signer), new MlDsa44CosignatureSigner(name, postQuantum));
    }
}

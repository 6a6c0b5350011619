package org.indelible.anchoring.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.indelible.anchoring.primitive.Base64Text;
import org.indelible.anchoring.primitive.Ed25519Signer;
import org.indelible.anchoring.primitive.EncodingException;

/** Signs note texts with an Ed25519 key under a name (C2SP signed-note, type 0x01). */
public final class NoteSigner {
    private static final Pattern SKEY =
            Pattern.compile("PRIVATE\\+KEY\\+([^+]+)\\+([0-9a-f]{8})\\+(.+)", Pattern.DOTALL);

    private final Ed25519Signer signer;
    private final VerifierKey verifierKey;
    private final KeyId keyId;

    private NoteSigner(String name, Ed25519Signer signer) {
        this.signer = signer;
        this.verifierKey = new VerifierKey(name, VerifierKey.ED25519, signer.verifier());
        this.keyId = verifierKey.id();
    }

    public static NoteSigner of(String name, Ed25519Signer signer) throws NoteFormatException {
        return new NoteSigner(KeyName.require(name), signer);
    }

    /** Reads {@code PRIVATE+KEY+<name>+<key id>+base64(0x01 || seed)}, the form of golang.org/x/mod. */
    public static NoteSigner parse(String skey) throws NoteFormatException {
        Matcher matcher = SKEY.matcher(skey);
        if (!matcher.matches()) {
            throw new NoteFormatException("a signer key is PRIVATE+KEY+<name>+<8 hex digits>+<base64>");
        }
        NoteSigner signer = of(matcher.group(1), Ed25519Signer.ofSeed(seed(matcher.group(3))));
        if (!signer.keyId.toString().equals(matcher.group(2))) {
            throw new NoteFormatException("signer key: key id is " + signer.keyId + ", not " + matcher.group(2));
        }
        return signer;
    }

    public VerifierKey verifierKey() {
        return verifierKey;
    }

    public NoteSignature sign(String text) {
        return NoteSignature.of(verifierKey.name(), keyId, signer.sign(text.getBytes(UTF_8)));
    }

    private static byte[] seed(String base64) throws NoteFormatException {
        byte[] typed;
        try {
            typed = Base64Text.STANDARD.decode(base64, 1 + Ed25519Signer.SEED_BYTES);
        } catch (EncodingException e) {
            throw new NoteFormatException("signer key: " + e.getMessage(), e);
        }
        if (typed[0] != VerifierKey.ED25519) {
            throw new NoteFormatException("signer key: unsupported signature type " + typed[0]);
        }
        return Arrays.copyOfRange(typed, 1, typed.length);
    }
}

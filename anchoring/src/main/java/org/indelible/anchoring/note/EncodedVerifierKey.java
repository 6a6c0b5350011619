package org.indelible.anchoring.note;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.indelible.anchoring.primitive.Base64Text;
import org.indelible.anchoring.primitive.EncodingException;

/**
 * A public key of any signature type as it is written: {@code <name>+<key id>+base64(<type> || <key>)} (C2SP signed-note, "Verifier
 * keys"). Its key id has been recomputed; whether the bytes are a key of that type is for the user of the type to say. Immutable.
 */
public final class EncodedVerifierKey {
    private static final Pattern VKEY = Pattern.compile("([^+]+)\\+([0-9a-f]{8})\\+(.+)", Pattern.DOTALL);

    private final String name;
    private final byte[] typed;

    private EncodedVerifierKey(String name, byte[] typed) {
        this.name = name;
        this.typed = typed;
    }

    /** Names a key. */
    public static EncodedVerifierKey of(String name, byte type, byte[] publicKey) throws NoteFormatException {
        byte[] typed = new byte[1 + publicKey.length];
        typed[0] = type;
        System.arraycopy(publicKey, 0, typed, 1, publicKey.length);
        return new EncodedVerifierKey(KeyName.require(name), typed);
    }

    public static EncodedVerifierKey parse(String vkey) throws NoteFormatException {
        Matcher matcher = VKEY.matcher(vkey);
        if (!matcher.matches()) {
            throw new NoteFormatException("a verifier key is <name>+<8 hex digits>+<base64>");
        }
        EncodedVerifierKey key = new EncodedVerifierKey(KeyName.require(matcher.group(1)), decode(matcher.group(3)));
        if (!key.id().toString().equals(matcher.group(2))) {
            throw new NoteFormatException(
                    "verifier key of " + key.name + ": key id is " + key.id() + ", not " + matcher.group(2));
        }
        return key;
    }

    public String name() {
        return name;
    }

    /** Signature type. */
    public byte type() {
        return typed[0];
    }

    public byte[] publicKey() {
        return Arrays.copyOfRange(typed, 1, typed.length);
    }

    public KeyId id() {
        return KeyId.of(name, type(), publicKey());
    }

    /** The text form. */
    @Override
    public String toString() {
        return name + '+' + id() + '+' + Base64Text.STANDARD.encode(typed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EncodedVerifierKey that && name.equals(that.name) && Arrays.equals(typed, that.typed);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(typed);
    }

    private static byte[] decode(String base64) throws NoteFormatException {
        try {
            byte[] typed = Base64Text.STANDARD.decode(base64);
            if (typed.length < 2) {
                throw new NoteFormatException("verifier key: there is no key in it");
            }
            return typed;
        } catch (EncodingException e) {
            throw new NoteFormatException("verifier key: " + e.getMessage(), e);
        }
    }
}

package org.indelible.anchoring.note;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.indelible.anchoring.primitive.Base64Text;
import org.indelible.anchoring.primitive.EncodingException;

/** One signature line of a note: {@code — <key name> base64(<key id> || <signature>)} (C2SP signed-note). Immutable. */
public final class NoteSignature {
    private static final String PREFIX = "\u2014 ";

    private final String name;
    private final byte[] idAndSignature;

    private NoteSignature(String name, byte[] idAndSignature) {
        this.name = name;
        this.idAndSignature = idAndSignature;
    }

    public static NoteSignature of(String name, KeyId id, byte[] signature) {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + signature.length);
        return new NoteSignature(name, bytes.putInt(id.value()).put(signature).array());
    }

    /** Reads a line, its final newline not included. */
    public static NoteSignature parseLine(String line) throws NoteFormatException {
        int space = line.indexOf(' ', PREFIX.length());
        if (!line.startsWith(PREFIX) || space < 0) {
            throw new NoteFormatException("a signature line is '\u2014 <key name> <base64>'");
        }
        String name = KeyName.require(line.substring(PREFIX.length(), space));
        byte[] bytes = decode(name, line.substring(space + 1));
        if (bytes.length <= Integer.BYTES) {
            throw new NoteFormatException("signature of " + name + " has no bytes");
        }
        return new NoteSignature(name, bytes);
    }

    public String name() {
        return name;
    }

    public KeyId keyId() {
        return new KeyId(ByteBuffer.wrap(idAndSignature).getInt());
    }

    public byte[] signature() {
        return Arrays.copyOfRange(idAndSignature, Integer.BYTES, idAndSignature.length);
    }

    /** The line, its final newline not included. */
    @Override
    public String toString() {
        return PREFIX + name + ' ' + Base64Text.STANDARD.encode(idAndSignature);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteSignature that
                && name.equals(that.name)
                && Arrays.equals(idAndSignature, that.idAndSignature);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(idAndSignature);
    }

    private static byte[] decode(String name, String base64) throws NoteFormatException {
        try {
            return Base64Text.STANDARD.decode(base64);
        } catch (EncodingException e) {
            throw new NoteFormatException("signature of " + name + ": " + e.getMessage(), e);
        }
    }
}

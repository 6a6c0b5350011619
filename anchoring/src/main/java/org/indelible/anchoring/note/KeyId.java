package org.indelible.anchoring.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.indelible.anchoring.primitive.Sha256;

/** The short id of a key: {@code SHA-256(name || 0x0A || type || public key)[:4]} (C2SP signed-note). */
public record KeyId(int value) {

    public static KeyId of(String name, byte type, byte[] publicKey) {
        byte[] hash = Sha256.of(name.getBytes(UTF_8), new byte[] {'\n', type}, publicKey);
        return new KeyId(ByteBuffer.wrap(hash).getInt());
    }

    /** Eight lower-case hexadecimal digits. */
    @Override
    public String toString() {
        return String.format("%08x", value);
    }
}

package org.indelible.anchoring.checkpoint;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.indelible.anchoring.merkle.Hash;

/** What ML-DSA-44 cosigns (C2SP tlog-cosignature, "ML-DSA-44 signed message"), of a whole checkpoint. Extension lines are not in it. */
final class SubtreeMessage {
    private static final byte[] LABEL = "subtree/v1\n\0".getBytes(US_ASCII);
    private static final int MAX_NAME_BYTES = 255;

    private SubtreeMessage() {}

    static byte[] of(String cosigner, Instant time, Checkpoint checkpoint) throws CheckpointFormatException {
        byte[] name = text("cosigner name", cosigner);
        byte[] origin = text("origin", checkpoint.origin());
        return ByteBuffer.allocate(LABEL.length + 2 + name.length + origin.length + 3 * Long.BYTES + Hash.BYTES)
                .put(LABEL)
                .put((byte) name.length)
                .put(name)
                .putLong(time.getEpochSecond())
                .put((byte) origin.length)
                .put(origin)
                .putLong(0)
                .putLong(checkpoint.size())
                .put(checkpoint.root().bytes())
                .array();
    }

    private static byte[] text(String what, String value) throws CheckpointFormatException {
        byte[] bytes = value.getBytes(UTF_8);
        if (bytes.length == 0 || bytes.length > MAX_NAME_BYTES) {
            throw new CheckpointFormatException(
                    "in an ML-DSA-44 cosignature the " + what + " has 1 to 255 bytes, not " + bytes.length);
        }
        return bytes;
    }
}

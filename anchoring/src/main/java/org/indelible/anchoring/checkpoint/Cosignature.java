package org.indelible.anchoring.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import org.indelible.anchoring.primitive.Ed25519Key;
import org.indelible.anchoring.primitive.MlDsa44Key;

/** The payload of a cosignature's line (C2SP tlog-cosignature): a time in POSIX seconds and a signature, of Ed25519 or ML-DSA-44. */
final class Cosignature {
    static final int ED25519_BYTES = Long.BYTES + Ed25519Key.SIGNATURE_BYTES;
    static final int ML_DSA_44_BYTES = Long.BYTES + MlDsa44Key.SIGNATURE_BYTES;

    private final long seconds;
    private final byte[] signature;

    private Cosignature(long seconds, byte[] signature) {
        this.seconds = seconds;
        this.signature = signature;
    }

    static Cosignature of(Instant time, byte[] signature) {
        return new Cosignature(time.getEpochSecond(), signature);
    }

    static Cosignature parse(byte[] payload) throws CheckpointFormatException {
        if (payload.length != ED25519_BYTES && payload.length != ML_DSA_44_BYTES) {
            throw new CheckpointFormatException(
                    "a cosignature has " + ED25519_BYTES + " or " + ML_DSA_44_BYTES + " bytes, not " + payload.length);
        }
        long seconds = ByteBuffer.wrap(payload).getLong();
        if (seconds < 0 || seconds > Instant.MAX.getEpochSecond()) {
            throw new CheckpointFormatException("time of a cosignature is out of range: " + seconds);
        }
        return new Cosignature(seconds, Arrays.copyOfRange(payload, Long.BYTES, payload.length));
    }

    Instant time() {
        return Instant.ofEpochSecond(seconds);
    }

    byte[] signature() {
        return signature.clone();
    }

    byte[] payload() {
        return ByteBuffer.allocate(Long.BYTES + signature.length)
                .putLong(seconds)
                .put(signature)
                .array();
    }

    /** What Ed25519 signs: the time and the whole checkpoint text, extension lines included. */
    static byte[] message(Instant time, byte[] checkpointText) {
        byte[] head = ("cosignature/v1\ntime " + time.getEpochSecond() + '\n').getBytes(UTF_8);
        return ByteBuffer.allocate(head.length + checkpointText.length)
                .put(head)
                .put(checkpointText)
                .array();
    }
}

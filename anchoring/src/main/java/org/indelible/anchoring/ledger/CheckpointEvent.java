package org.indelible.anchoring.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.indelible.anchoring.primitive.Sha256;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The entry in {@code platform} that holds a trial's checkpoint. */
public final class CheckpointEvent {
    public static final String STREAM = "system:checkpoints";
    public static final String STREAM_TYPE = "system";
    public static final String TYPE = "trial-checkpoint-signed";
    public static final String REVISION = "1";

    private CheckpointEvent() {}

    /** UUIDv8 (RFC 9562 section 5.8) derived from ledger and size, so that a checkpoint is entered once whoever tries again. */
    public static String jti(SignedCheckpoint checkpoint) {
        return jti(checkpoint.log(), checkpoint.size());
    }

    /** @param log name of the ledger when the checkpoint was signed */
    public static String jti(String log, long size) {
        ByteBuffer hash =
                ByteBuffer.wrap(Sha256.of((TYPE + '\n' + log + '\n' + size).getBytes(StandardCharsets.UTF_8)));
        long high = hash.getLong() & ~0xF000L | 0x8000L;
        long low = hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    /** All in clear: a checkpoint is public to whoever may see the ledger's size. */
    public static ObjectNode data(SignedCheckpoint checkpoint) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("ledger", checkpoint.log())
                .put("size", Long.toString(checkpoint.size()))
                .put("root", checkpoint.root())
                .put("note", checkpoint.note());
    }
}

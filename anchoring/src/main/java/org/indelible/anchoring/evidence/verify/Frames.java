package org.indelible.anchoring.evidence.verify;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.indelible.anchoring.evidence.BundledLog;
import org.indelible.anchoring.evidence.EvidenceFormatException;

/** Texts one after the other, each after its length as a big-endian 16-bit number. */
final class Frames {
    private Frames() {}

    static List<byte[]> of(byte[] bytes) throws EvidenceFormatException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        List<byte[]> frames = new ArrayList<>();
        while (rest.hasRemaining()) {
            int length = rest.remaining() < Short.BYTES ? Integer.MAX_VALUE : Short.toUnsignedInt(rest.getShort());
            if (length > rest.remaining() || frames.size() == BundledLog.EARLIER_CHECKPOINTS) {
                throw new EvidenceFormatException("the list of earlier checkpoints is cut off, or too long");
            }
            byte[] frame = new byte[length];
            rest.get(frame);
            frames.add(frame);
        }
        return frames;
    }
}

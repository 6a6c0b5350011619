package org.indelible.report;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** A font as the web has it, unpacked to what it was made of: WOFF 1.0 section 3, to the sfnt of OpenType. */
final class WoffFont {
    private static final int SIGNATURE = 0x774f4646;
    private static final int HEADER = 44;
    private static final int ENTRY = 20;
    private static final int SFNT_HEADER = 12;
    private static final int SFNT_ENTRY = 16;

    private WoffFont() {}

    static byte[] unpacked(byte[] woff) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(woff);
        if (woff.length < HEADER || in.getInt(0) != SIGNATURE) {
            throw new IOException("not a WOFF 1.0 font");
        }
        int tables = in.getShort(12) & 0xffff;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(woff.length * 2);
        DataOutputStream out = new DataOutputStream(bytes);
        int power = Integer.highestOneBit(tables);
        out.writeInt(in.getInt(4));
        out.writeShort(tables);
        out.writeShort(power * SFNT_ENTRY);
        out.writeShort(Integer.numberOfTrailingZeros(power));
        out.writeShort((tables - power) * SFNT_ENTRY);
        int offset = SFNT_HEADER + tables * SFNT_ENTRY;
        for (int table = 0; table < tables; table++) {
            int entry = HEADER + table * ENTRY;
            int length = in.getInt(entry + 12);
            out.writeInt(in.getInt(entry));
            out.writeInt(in.getInt(entry + 16));
            out.writeInt(offset);
            out.writeInt(length);
            offset += padded(length);
        }
        for (int table = 0; table < tables; table++) {
            int entry = HEADER + table * ENTRY;
            byte[] content = table(woff, in.getInt(entry + 4), in.getInt(entry + 8), in.getInt(entry + 12));
            out.write(content);
            out.write(new byte[padded(content.length) - content.length]);
        }
        return bytes.toByteArray();
    }

    private static int padded(int length) {
        return (length + 3) & ~3;
    }

    /** Compressed only where that made it shorter. */
    private static byte[] table(byte[] woff, int offset, int stored, int length) throws IOException {
        byte[] content = new byte[length];
        if (stored == length) {
            System.arraycopy(woff, offset, content, 0, length);
            return content;
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(woff, offset, stored);
            if (inflater.inflate(content) != length) {
                throw new IOException("a table of the font is shorter than it says");
            }
            return content;
        } catch (DataFormatException e) {
            throw new IOException("a table of the font cannot be unpacked", e);
        } finally {
            inflater.end();
        }
    }
}

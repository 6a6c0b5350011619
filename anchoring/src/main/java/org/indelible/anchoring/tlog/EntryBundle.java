package org.indelible.anchoring.tlog;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Entries one after the other, each after its length as a big-endian 16-bit number (C2SP tlog-tiles, "Log entries"). */
public final class EntryBundle {
    public static final int MAX_ENTRY_BYTES = 0xffff;

    private EntryBundle() {}

    public static byte[] encode(List<byte[]> entries) {
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            if (entry.length > MAX_ENTRY_BYTES) {
                throw new IllegalArgumentException(
                        "an entry has at most " + MAX_ENTRY_BYTES + " bytes, not " + entry.length);
            }
            bundle.write(entry.length >>> 8);
            bundle.write(entry.length);
            bundle.writeBytes(entry);
        }
        return bundle.toByteArray();
    }

    /** The entries of the bundle at this path. */
    public static List<byte[]> decode(EntryBundlePath path, byte[] bundle) throws TlogFormatException {
        List<byte[]> entries = new ArrayList<>(path.width());
        int at = 0;
        while (at < bundle.length) {
            int start = at + 2;
            int end = start > bundle.length
                    ? start
                    : start + (Byte.toUnsignedInt(bundle[at]) << 8 | Byte.toUnsignedInt(bundle[at + 1]));
            if (end > bundle.length) {
                throw new TlogFormatException(path + ": entry " + entries.size() + " ends after the bundle");
            }
            entries.add(Arrays.copyOfRange(bundle, start, end));
            at = end;
        }
        if (entries.size() != path.width()) {
            throw new TlogFormatException(path + " has " + path.width() + " entries, not " + entries.size());
        }
        return entries;
    }
}

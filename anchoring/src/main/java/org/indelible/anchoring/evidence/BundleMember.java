package org.indelible.anchoring.evidence;

import java.util.regex.Pattern;

/**
 * A file in a bundle, as the ZIP's directory has it.
 *
 * @param crc CRC-32 of its content
 * @param size number of bytes
 * @param offset of its local header, from the beginning of the bundle
 */
public record BundleMember(String name, int crc, long size, long offset) {
    /** Nothing in a bundle is larger, so that everything in it can be held in memory. */
    public static final int MAX_BYTES = 64 << 20;

    private static final int MAX_NAME = 200;
    /** No drive, root, parent or hidden file: wherever a bundle is unpacked, it stays below that place. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");

    public static boolean isName(String name) {
        return name.length() <= MAX_NAME && NAME.matcher(name).matches();
    }
}

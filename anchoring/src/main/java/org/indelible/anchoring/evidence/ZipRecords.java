package org.indelible.anchoring.evidence;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The ZIP records of a bundle (APPNOTE.TXT 6.3.10, section 4.3), without anything that could be one way or another: stored, no time, no
 * attributes, no comment, sizes in front. Reader and writer both make them here, so that a reader knows every byte.
 */
final class ZipRecords {
    static final int END_BYTES = 22;
    static final int ZIP64_END_BYTES = 56;
    static final int ZIP64_LOCATOR_BYTES = 20;
    static final int CENTRAL_BYTES = 46;
    static final int ZIP64_EXTRA_BYTES = 12;
    static final int CENTRAL_SIGNATURE = 0x02014b50;
    static final int END_SIGNATURE = 0x06054b50;
    static final long NEEDS_64 = 0xffffffffL;
    static final int NEEDS_64_COUNT = 0xffff;

    private static final int LOCAL_BYTES = 30;
    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int ZIP64_END_SIGNATURE = 0x06064b50;
    private static final int ZIP64_LOCATOR_SIGNATURE = 0x07064b50;
    private static final short VERSION = 20;
    private static final short VERSION_64 = 45;
    /** 1 January 1980, midnight: the beginning of time in ZIP. */
    private static final short DATE = 0x21;

    private ZipRecords() {}

    static byte[] local(String name, int crc, long size) {
        byte[] encoded = name.getBytes(StandardCharsets.US_ASCII);
        return buffer(LOCAL_BYTES + encoded.length)
                .putInt(LOCAL_SIGNATURE)
                .putShort(VERSION)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort(DATE)
                .putInt(crc)
                .putInt((int) size)
                .putInt((int) size)
                .putShort((short) encoded.length)
                .putShort((short) 0)
                .put(encoded)
                .array();
    }

    /** Central directory and the records that end the file. */
    static byte[] directory(List<BundleMember> members, long offset) {
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        members.forEach(member -> directory.writeBytes(central(member)));
        long size = directory.size();
        boolean large = offset >= NEEDS_64 || members.size() >= NEEDS_64_COUNT;
        if (large) {
            directory.writeBytes(zip64End(members.size(), size, offset));
        }
        directory.writeBytes(buffer(END_BYTES)
                .putInt(END_SIGNATURE)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) (large ? NEEDS_64_COUNT : members.size()))
                .putShort((short) (large ? NEEDS_64_COUNT : members.size()))
                .putInt((int) size)
                .putInt((int) (large ? NEEDS_64 : offset))
                .putShort((short) 0)
                .array());
        return directory.toByteArray();
    }

    private static byte[] central(BundleMember member) {
        byte[] name = member.name().getBytes(StandardCharsets.US_ASCII);
        boolean far = member.offset() >= NEEDS_64;
        ByteBuffer record = buffer(CENTRAL_BYTES + name.length + (far ? ZIP64_EXTRA_BYTES : 0))
                .putInt(CENTRAL_SIGNATURE)
                .putShort(far ? VERSION_64 : VERSION)
                .putShort(far ? VERSION_64 : VERSION)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort(DATE)
                .putInt(member.crc())
                .putInt((int) member.size())
                .putInt((int) member.size())
                .putShort((short) name.length)
                .putShort((short) (far ? ZIP64_EXTRA_BYTES : 0))
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0)
                .putInt((int) (far ? NEEDS_64 : member.offset()))
                .put(name);
        if (far) {
            record.putShort((short) 1).putShort((short) Long.BYTES).putLong(member.offset());
        }
        return record.array();
    }

    private static byte[] zip64End(long count, long size, long offset) {
        return buffer(ZIP64_END_BYTES + ZIP64_LOCATOR_BYTES)
                .putInt(ZIP64_END_SIGNATURE)
                .putLong(ZIP64_END_BYTES - 12)
                .putShort(VERSION_64)
                .putShort(VERSION_64)
                .putInt(0)
                .putInt(0)
                .putLong(count)
                .putLong(count)
                .putLong(size)
                .putLong(offset)
                .putInt(ZIP64_LOCATOR_SIGNATURE)
                .putInt(0)
                .putLong(offset + size)
                .putInt(1)
                .array();
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}

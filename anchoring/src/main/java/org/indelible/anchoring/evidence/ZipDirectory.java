package org.indelible.anchoring.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the central directory of a bundle, strictly: written again, it must be the same bytes. */
final class ZipDirectory {
    private static final int MAX_BYTES = 256 << 20;

    private final FileChannel file;
    private final long length;

    private ZipDirectory(FileChannel file) throws IOException {
        this.file = file;
        this.length = file.size();
    }

    static List<BundleMember> read(FileChannel file) throws IOException, EvidenceFormatException {
        return new ZipDirectory(file).members();
    }

    private List<BundleMember> members() throws IOException, EvidenceFormatException {
        long offset = offset();
        if (offset < 0 || offset > length || length - offset > MAX_BYTES) {
            throw new EvidenceFormatException(
                    "the directory of the ZIP is not within the file: it is cut off, or was altered");
        }
        byte[] directory = bytes(offset, (int) (length - offset));
        List<BundleMember> members = parse(ByteBuffer.wrap(directory).order(ByteOrder.LITTLE_ENDIAN));
        if (!Arrays.equals(ZipRecords.directory(members, offset), directory)) {
            throw new EvidenceFormatException("the directory of the ZIP is not as an evidence bundle has it");
        }
        requireGapless(members, offset);
        return members;
    }

    private long offset() throws IOException, EvidenceFormatException {
        if (length < ZipRecords.END_BYTES) {
            throw new EvidenceFormatException(
                    "a ZIP has at least " + ZipRecords.END_BYTES + " bytes, this file has " + length);
        }
        ByteBuffer end = buffer(length - ZipRecords.END_BYTES, ZipRecords.END_BYTES);
        if (end.getInt(0) != ZipRecords.END_SIGNATURE) {
            throw new EvidenceFormatException(
                    "the file does not end as a ZIP does: it is cut off, or no evidence bundle");
        }
        long offset = Integer.toUnsignedLong(end.getInt(16));
        long end64 = length - ZipRecords.END_BYTES - ZipRecords.ZIP64_LOCATOR_BYTES - ZipRecords.ZIP64_END_BYTES;
        boolean large = end.getShort(10) == (short) ZipRecords.NEEDS_64_COUNT;
        return large && end64 >= 0 ? buffer(end64, ZipRecords.ZIP64_END_BYTES).getLong(48) : offset;
    }

    private static List<BundleMember> parse(ByteBuffer directory) throws EvidenceFormatException {
        List<BundleMember> members = new ArrayList<>();
        Set<String> names = new HashSet<>();
        while (directory.remaining() >= ZipRecords.CENTRAL_BYTES
                && directory.getInt(directory.position()) == ZipRecords.CENTRAL_SIGNATURE) {
            BundleMember member = member(directory);
            if (!names.add(member.name())) {
                throw new EvidenceFormatException("the file " + member.name() + " is in the ZIP twice");
            }
            members.add(member);
        }
        return members;
    }

    private static BundleMember member(ByteBuffer directory) throws EvidenceFormatException {
        int at = directory.position();
        long size = Integer.toUnsignedLong(directory.getInt(at + 20));
        int nameLength = Short.toUnsignedInt(directory.getShort(at + 28));
        int extraLength = Short.toUnsignedInt(directory.getShort(at + 30));
        long offset = Integer.toUnsignedLong(directory.getInt(at + 42));
        directory.position(at + ZipRecords.CENTRAL_BYTES);
        if (directory.remaining() < nameLength + extraLength) {
            throw new EvidenceFormatException("a name in the directory of the ZIP ends after the file");
        }
        byte[] name = new byte[nameLength];
        directory.get(name);
        String text = new String(name, StandardCharsets.ISO_8859_1);
        if (!BundleMember.isName(text)) {
            throw new EvidenceFormatException(
                    "a file in the ZIP has a name that no file of an evidence bundle has: " + printable(text));
        }
        if (size > BundleMember.MAX_BYTES) {
            throw new EvidenceFormatException(text + " claims to have " + size
                    + " bytes; a file in a bundle has at most " + BundleMember.MAX_BYTES);
        }
        if (extraLength == ZipRecords.ZIP64_EXTRA_BYTES) {
            offset = directory.getLong(directory.position() + 4);
        }
        directory.position(directory.position() + extraLength);
        return new BundleMember(text, directory.getInt(at + 16), size, offset);
    }

    /** One file after the other from the first byte to the directory: there is room for nothing else. */
    private static void requireGapless(List<BundleMember> members, long end) throws EvidenceFormatException {
        long next = 0;
        for (BundleMember member : members) {
            if (member.offset() != next) {
                throw new EvidenceFormatException(
                        member.name() + " begins at byte " + member.offset() + " of the ZIP, not at " + next);
            }
            next += ZipRecords.local(member.name(), member.crc(), member.size()).length + member.size();
        }
        if (next != end) {
            throw new EvidenceFormatException("the directory of the ZIP begins at byte " + end + ", not at " + next);
        }
    }

    private static String printable(String text) {
        String shown = text.length() > 80 ? text.substring(0, 80) + "..." : text;
        return shown.replaceAll("[^\\x20-\\x7e]", "?");
    }

    private ByteBuffer buffer(long offset, int count) throws IOException, EvidenceFormatException {
        return ByteBuffer.wrap(bytes(offset, count)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private byte[] bytes(long offset, int count) throws IOException, EvidenceFormatException {
        return BundleFile.bytes(file, offset, count);
    }
}

package org.indelible.anchoring.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/** A bundle on disk. One file of it is in memory at a time; nothing is unpacked anywhere. Safe for use by many threads. */
public final class BundleFile implements Closeable {
    private final FileChannel file;
    private final Map<String, BundleMember> members = new LinkedHashMap<>();

    private BundleFile(FileChannel file, List<BundleMember> members) {
        this.file = file;
        members.forEach(member -> this.members.put(member.name(), member));
    }

    /** @throws EvidenceFormatException where the file is not a ZIP as an evidence bundle is one */
    public static BundleFile open(Path path) throws IOException, EvidenceFormatException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return new BundleFile(file, ZipDirectory.read(file));
        } catch (IOException | EvidenceFormatException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** In the order in which they are in the file. */
    public List<BundleMember> members() {
        return List.copyOf(members.values());
    }

    public Optional<BundleMember> member(String name) {
        return Optional.ofNullable(members.get(name));
    }

    /** The content of a file that must be there. */
    public byte[] read(String name) throws IOException, EvidenceFormatException {
        return read(member(name).orElseThrow(() -> new EvidenceFormatException("the file " + name + " is missing")));
    }

    /** @throws EvidenceFormatException where the file is damaged */
    public byte[] read(BundleMember member) throws IOException, EvidenceFormatException {
        byte[] header = ZipRecords.local(member.name(), member.crc(), member.size());
        if (!Arrays.equals(bytes(file, member.offset(), header.length), header)) {
            throw new EvidenceFormatException(
                    "what stands before " + member.name() + " in the ZIP is not as its directory says");
        }
        byte[] content = bytes(file, member.offset() + header.length, (int) member.size());
        CRC32 crc = new CRC32();
        crc.update(content);
        if ((int) crc.getValue() != member.crc()) {
            throw new EvidenceFormatException(
                    member.name() + " is damaged: its check sum (CRC-32) is not that of its content");
        }
        return content;
    }

    static byte[] bytes(FileChannel file, long offset, int count) throws IOException, EvidenceFormatException {
        if (offset + count > file.size()) {
            throw new EvidenceFormatException("the file ends before what its directory says is in it");
        }
        ByteBuffer buffer = ByteBuffer.allocate(count);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, offset + buffer.position()) < 0) {
                throw new EvidenceFormatException("the file was cut off while it was read");
            }
        }
        return buffer.array();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

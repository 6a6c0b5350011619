package org.indelible.anchoring.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import org.indelible.anchoring.note.NoteSigner;
import org.indelible.anchoring.note.SignedNote;
import org.indelible.anchoring.primitive.Sha256;

/** Writes a bundle from its first byte to its last, keeping nothing but the names and hashes of what is in it. */
public final class BundleWriter {
    private final OutputStream out;
    private final NoteSigner signer;
    private final List<BundleMember> members = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final ByteArrayOutputStream sums = new ByteArrayOutputStream();
    private long written;

    public BundleWriter(OutputStream out, NoteSigner signer) {
        this.out = out;
        this.signer = signer;
    }

    public void add(String name, byte[] content) throws IOException {
        if (!BundleMember.isName(name) || content.length > BundleMember.MAX_BYTES || !names.add(name)) {
            throw new IllegalArgumentException(
                    "a bundle cannot have the file " + name + " of " + content.length + " bytes");
        }
        String line = HexFormat.of().formatHex(Sha256.of(content)) + "  " + name + '\n';
        sums.writeBytes(line.getBytes(StandardCharsets.US_ASCII));
        put(name, content);
    }

    /** Whether there is such a file already. */
    public boolean has(String name) {
        return names.contains(name);
    }

    /** Signs for what is in the bundle, and ends it. The stream stays open. */
    public void finish() throws IOException {
        byte[] list = sums.toByteArray();
        put(Sums.NAME, list);
        put(Sums.SIGNATURE_NAME, SignedNote.sign(Sums.signedText(list), signer).toBytes());
        out.write(ZipRecords.directory(members, written));
        out.flush();
    }

    private void put(String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        byte[] header = ZipRecords.local(name, (int) crc.getValue(), content.length);
        members.add(new BundleMember(name, (int) crc.getValue(), content.length, written));
        out.write(header);
        out.write(content);
        written += header.length + content.length;
    }
}

package org.indelible.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.indelible.anchoring.blob.BlobStore;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.bundled.BundledProtocols;
import org.indelible.protocols.odm.OdmMetadataReader;
import org.indelible.shared.DocumentHash;

/**
 * The protocol that is enacted, on file with both of its builds.
 *
 * @param source the ODM file of version 1
 * @param amended version 2: measures the same, under another approval
 */
record DemoProtocol(DocumentHash source, StudyBuild build, StudyBuild amended) {
    static DemoProtocol filed(BlobStore blobs) {
        byte[] metadata = bytes(BundledProtocols.HYPERTENSION);
        String second = new String(metadata, StandardCharsets.UTF_8)
                .replace("MDV.HORIZON.1", "MDV.HORIZON.2")
                .replace("HORIZON-HT version 1", "HORIZON-HT version 2")
                .replace("First version.", "Washout of earlier medication clarified.");
        DemoProtocol protocol = new DemoProtocol(
                new DocumentHash(blobs.put(metadata)), read(metadata), read(second.getBytes(StandardCharsets.UTF_8)));
        blobs.put(protocol.build.canonicalJson());
        blobs.put(protocol.amended.canonicalJson());
        return protocol;
    }

    static byte[] bytes(BundledProtocols bundled) {
        try (InputStream in = bundled.open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StudyBuild read(byte[] metadata) {
        return OdmMetadataReader.read(new ByteArrayInputStream(metadata), "the bundled protocol")
                .build()
                .orElseThrow();
    }
}

package org.indelible.importing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import org.indelible.shared.DocumentHash;

/**
 * A file that was sent, on disk until its import has ended. The hash is that of the content, so that a file is the same file whether it was sent compressed or not.
 *
 * @param bytes length of the content
 */
record SpooledFile(Path path, DocumentHash hash, long bytes) implements AutoCloseable {
    private static final int GZIP_MAGIC = 0x1f8b;

    /** A file is read twice, and a bomb of nested compression must not fill the disk. */
    private static final long LARGEST = 4L << 30;

    /** @throws FileTooLargeException beyond 4 GiB of content; nothing stays on disk */
    static SpooledFile receive(InputStream body, Path directory) throws IOException, FileTooLargeException {
        Path path = Files.createTempFile(directory, "import-", ".xml");
        boolean kept = false;
        try (InputStream in = uncompressed(body);
                OutputStream out = Files.newOutputStream(path)) {
            MessageDigest digest = sha256();
            long bytes = copy(new DigestInputStream(in, digest), out);
            kept = true;
            return new SpooledFile(
                    path,
                    new DocumentHash(Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest())),
                    bytes);
        } finally {
            if (!kept) {
                Files.deleteIfExists(path);
            }
        }
    }

    InputStream open() throws IOException {
        return new BufferedInputStream(Files.newInputStream(path), 1 << 16);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("the spooled file " + path + " could not be removed: remove it by hand", e);
        }
    }

    private static long copy(InputStream in, OutputStream out) throws IOException, FileTooLargeException {
        byte[] buffer = new byte[1 << 16];
        long bytes = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            bytes += n;
            if (bytes > LARGEST) {
                throw new FileTooLargeException(LARGEST);
            }
            out.write(buffer, 0, n);
        }
        return bytes;
    }

    /** Told by its first two bytes (RFC 1952 section 2.3.1): clients name the encoding in more ways than one. */
    private static InputStream uncompressed(InputStream body) throws IOException {
        BufferedInputStream in = new BufferedInputStream(body, 1 << 16);
        in.mark(2);
        int magic = in.read() << 8 | in.read();
        in.reset();
        return magic == GZIP_MAGIC ? new GZIPInputStream(in, 1 << 16) : in;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}

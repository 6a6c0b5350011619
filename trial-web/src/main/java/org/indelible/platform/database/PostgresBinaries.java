package org.indelible.platform.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.indelible.platform.StartRefused;
import org.springframework.util.FileSystemUtils;

/** The PostgreSQL programs that come with the jar, unpacked once per version below INDELIBLE_HOME. */
record PostgresBinaries(Path root) {
    private static final int OWNER_MAY_EXECUTE = 0100;

    static PostgresBinaries unpackedBelow(Path parent) {
        try {
            byte[] archive = archive();
            Path root = parent.resolve(fingerprint(archive));
            if (!Files.isDirectory(root)) {
                Path fresh = Files.createTempDirectory(Files.createDirectories(parent), "unpacking-");
                extract(archive, fresh);
                moveUnlessThere(fresh, root);
            }
            return new PostgresBinaries(root);
        } catch (IOException e) {
            throw new StartRefused(
                    "The embedded PostgreSQL cannot be unpacked to " + parent + ": " + e,
                    "About 100 MB of free space are needed there; or name an external PostgreSQL by INDELIBLE_DB_URL.",
                    e);
        }
    }

    String program(String name) {
        return root.resolve("bin").resolve(name).toString();
    }

    private static byte[] archive() throws IOException {
        String system = System.getProperty("os.name").split(" ")[0];
        try (InputStream in =
                DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, System.getProperty("os.arch"))) {
            if (in == null) {
                throw new IOException("no PostgreSQL for " + system + " on " + System.getProperty("os.arch"));
            }
            return in.readAllBytes();
        }
    }

    private static String fingerprint(byte[] archive) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void extract(byte[] archive, Path directory) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = directory.resolve(entry.getName()).normalize();
                if (!target.startsWith(directory)) {
                    throw new IOException("archive entry outside its directory: " + entry.getName());
                }
                write(tar, entry, target);
            }
        }
    }

    /** Another application that shares the directory may have been faster. */
    private static void moveUnlessThere(Path fresh, Path root) throws IOException {
        try {
            Files.move(fresh, root, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            FileSystemUtils.deleteRecursively(fresh);
            if (!Files.isDirectory(root)) {
                throw e;
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0
                && Files.getFileStore(target).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}

package org.indelible.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The directory {@code INDELIBLE_HOME}: everything this installation keeps outside an external database.
 *
 * <p>Only the operating-system user who runs the application may read it.
 */
public record IndelibleHome(Path root) {

    public IndelibleHome {
        root = root.toAbsolutePath().normalize();
    }

    /** Creates the directories that are missing. */
    public IndelibleHome prepared() {
        try {
            for (Path directory : new Path[] {root, secrets(), keyStore(), spool(), sessions()}) {
                createPrivate(directory);
            }
            return this;
        } catch (IOException e) {
            throw new StartRefused(
                    "INDELIBLE_HOME " + root + " cannot be used: " + e,
                    "Set INDELIBLE_HOME to a directory that this user may create and write.",
                    e);
        }
    }

    public Path lockFile() {
        return root.resolve("lock");
    }

    /** Data directory of the embedded PostgreSQL. */
    public Path databaseData() {
        return root.resolve("postgresql-data");
    }

    /** Homes on one machine may share what was unpacked: {@code -Dindelible.postgresql-bin=<directory>}. */
    public Path databaseBinaries() {
        return Path.of(System.getProperty(
                "indelible.postgresql-bin", root.resolve("postgresql-bin").toString()));
    }

    public Path databaseLog() {
        return root.resolve("postgresql.log");
    }

    /** Generated passwords, each in a file of mode 0600. */
    public Path secrets() {
        return root.resolve("secrets");
    }

    /** The certificate authority's and the checkpoint keys, encrypted. */
    public Path keyStore() {
        return root.resolve("keystore");
    }

    /** The verifier key (C2SP signed-note) under which {@code platform} signs: public, and apart from the key store, so that it outlives it. */
    public Path logKeyFile() {
        return root.resolve("log-key");
    }

    /** The root certificate of the authority, in DER: public, and apart from the key store, so that it outlives it. */
    public Path rootCertificateFile() {
        return root.resolve("root.der");
    }

    /** The last checkpoint ever signed per ledger, kept outside the database so that a roll-back shows. */
    public Path highWaterFile() {
        return root.resolve("high-water");
    }

    /** What was ever erased, kept outside the database so that a backup does not bring it back. */
    public Path erasureJournal() {
        return root.resolve("erasure-journal");
    }

    /** Files that were sent, until they have been read. */
    public Path spool() {
        return root.resolve("spool");
    }

    /** Sessions of the portal, while the application is stopped. */
    public Path sessions() {
        return root.resolve("sessions");
    }

    public Path demoPasswordFile() {
        return root.resolve("demo-password");
    }

    private static void createPrivate(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        Files.createDirectories(directory);
        if (SecretFile.posix(directory)) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
    }
}

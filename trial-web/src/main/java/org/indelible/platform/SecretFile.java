package org.indelible.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** A secret in a file that only its owner can read (mode 0600). The secret never appears in logs or messages, its path may. */
public record SecretFile(Path path) {
    private static final int RANDOM_BYTES = 24;

    public boolean exists() {
        return Files.exists(path);
    }

    /** The first line of the file. */
    public String read() {
        try {
            String secret =
                    Files.readString(path).lines().findFirst().orElse("").strip();
            if (secret.isEmpty()) {
                throw new StartRefused(
                        "The secret file " + path + " is empty.", "Restore it from the backup of INDELIBLE_HOME.");
            }
            return secret;
        } catch (IOException e) {
            throw new StartRefused(
                    "The secret file " + path + " cannot be read: " + e,
                    "Make it readable for the user who runs the application.",
                    e);
        }
    }

    /** The secret, made at random on first use. */
    public String readOrCreate() {
        if (!exists()) {
            write(random());
        }
        return read();
    }

    /** Writes the secret atomically: after a crash the file is whole or absent. */
    public void write(String secret) {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, ownerOnly(fresh));
            Files.writeString(fresh, secret + "\n", StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StartRefused(
                    "The secret file " + path + " cannot be written: " + e, "Check free space and access rights.", e);
        }
    }

    private static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return posix(file)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(Set.copyOf(PosixFilePermissions.fromString("rw-------")))
                }
                : new FileAttribute<?>[0];
    }

    static boolean posix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}

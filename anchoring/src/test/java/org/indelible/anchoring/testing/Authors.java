package org.indelible.anchoring.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.indelible.anchoring.certificate.AuthorKey;
import org.indelible.anchoring.certificate.AuthorSubject;
import org.indelible.anchoring.certificate.CertificateAuthority;

/** Authors with keys certified by an authority of the tests' own. */
public final class Authors {
    public static final AuthorSubject COORDINATOR = new AuthorSubject("a-7", "site-1", List.of("coordinator"));

    private Authors() {}

    /** An authority in a new temporary directory. */
    public static CertificateAuthority authority() {
        try {
            Path directory = Files.createTempDirectory("authority");
            directory.toFile().deleteOnExit();
            CertificateAuthority authority = CertificateAuthority.open(directory, "test only".toCharArray());
            for (File file : Objects.requireNonNull(directory.toFile().listFiles())) {
                file.deleteOnExit();
            }
            return authority;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A key that seals for {@link #COORDINATOR}, valid for a day around now. */
    public static AuthorKey coordinator() {
        Instant now = Instant.now();
        return authority().newAuthorKey(COORDINATOR, now.minus(Duration.ofHours(1)), now.plus(Duration.ofHours(23)));
    }
}

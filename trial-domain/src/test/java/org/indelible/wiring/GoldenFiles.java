package org.indelible.wiring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.indelible.anchoring.certificate.AuthorCertificate;
import org.indelible.anchoring.certificate.AuthorKey;
import org.indelible.anchoring.certificate.CertificateFormatException;
import org.indelible.anchoring.entry.EntryClaims;
import org.indelible.anchoring.entry.EntryDraft;
import org.indelible.anchoring.entry.EntrySealer;
import org.indelible.anchoring.entry.SaltSource;
import org.indelible.anchoring.primitive.Ed25519Signer;
import org.indelible.anchoring.testing.Authors;
import org.indelible.eventstore.EventTypeName;
import org.indelible.eventstore.RegistrySerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The approved bytes of every event type and revision, in {@code src/test/resources/golden}: SD-JWTs with salts, key, certificate and claims
 * that never change. {@code -Dindelible.golden.write=true} writes those that are missing and never replaces one.
 */
final class GoldenFiles {
    static final Path DIRECTORY = Path.of("src/test/resources/golden");
    private static final String SUFFIX = ".jwt";
    private static final Path CERTIFICATE = DIRECTORY.resolve("author.der");
    private static final String STREAM = "casebook:0190a1b2-0000-7000-8000-000000000001:001";

    private final RegistrySerializer serializer = new RegistrySerializer(DomainEvents.registry());
    private final AuthorKey author;

    GoldenFiles() throws IOException, CertificateFormatException {
        Ed25519Signer signer = Ed25519Signer.ofSeed(filled(Ed25519Signer.SEED_BYTES, 42));
        if (writing() && !Files.exists(CERTIFICATE)) {
            Files.createDirectories(DIRECTORY);
            Files.write(
                    CERTIFICATE,
                    Authors.authority()
                            .issue(
                                    Authors.COORDINATOR,
                                    signer.verifier(),
                                    Instant.parse("2026-01-01T00:00:00Z"),
                                    Instant.parse("2026-12-31T00:00:00Z"))
                            .der());
        }
        this.author = new AuthorKey(signer, AuthorCertificate.parse(Files.readAllBytes(CERTIFICATE)));
    }

    static boolean writing() {
        return Boolean.getBoolean("indelible.golden.write");
    }

    EventTypeName nameOf(Class<? extends Record> type) {
        return serializer.registry().nameOf(type);
    }

    Path file(EventTypeName name) {
        return DIRECTORY.resolve(name + SUFFIX);
    }

    /** All golden files there are, of old revisions too. */
    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.US_ASCII).strip();
    }

    static void write(Path file, String sdJwt) throws IOException {
        Files.writeString(file, sdJwt + '\n', StandardCharsets.US_ASCII);
    }

    /** What the sample of the event type is sealed as, now. */
    String seal(Class<? extends Record> type) {
        EventTypeName name = nameOf(type);
        ObjectNode data =
                serializer.serialize(SampleValues.of(type), ObjectNode.class).getData();
        return new EntrySealer()
                .seal(new EntryDraft(claims(name), data), author, salts())
                .sdJwt();
    }

    private static EntryClaims claims(EventTypeName name) {
        JsonMapper json = JsonMapper.shared();
        return new EntryClaims(
                "0190a1b2-0000-7000-8000-00000000000a",
                "0190a1b2-0000-7000-8000-000000000001",
                STREAM,
                "casebook",
                1,
                Optional.of("A".repeat(43)),
                name.name(),
                Integer.toString(name.revision()),
                Optional.of("0190a1b2-0000-7000-8000-000000000001"),
                Optional.of("101"),
                Optional.of("001"),
                Instant.parse("2026-03-01T07:31:00.123Z"),
                Optional.of(OffsetDateTime.parse("2026-03-01T09:30:00+02:00")),
                Optional.empty(),
                json.createObjectNode()
                        .put("account", "a-7")
                        .put("organisation", "site-1")
                        .put("role", "COORDINATOR"),
                "B".repeat(43),
                Optional.of("C".repeat(43)),
                Optional.of("0190a1b2-0000-7000-8000-00000000000b"),
                json.createObjectNode());
    }

    private static SaltSource salts() {
        AtomicInteger next = new AtomicInteger(1);
        return () -> filled(SaltSource.SALT_BYTES, next.getAndIncrement());
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}

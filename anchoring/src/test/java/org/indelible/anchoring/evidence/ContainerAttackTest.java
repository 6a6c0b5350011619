package org.indelible.anchoring.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.indelible.anchoring.ledger.LogIdentity;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.testing.TestAuthority;
import org.indelible.anchoring.testing.TestHistory;
import org.indelible.anchoring.verify.Check;
import org.indelible.anchoring.verify.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are made to mislead or to exhaust whoever opens them. */
@Requirement("R05")
class ContainerAttackTest {
    private static final TestHistory HISTORY = TestHistory.of(new TestHistory.Keys(), 25);

    @TempDir
    Path directory;

    private List<Finding> failures(byte[] bundle) throws IOException {
        Path file = Files.write(directory.resolve("attack.zip"), bundle);
        return BundleAttackTest.failures(BundleAttackTest.verify(file, Optional.empty()));
    }

    private void assertRefused(byte[] bundle, String why) throws IOException {
        assertThat(failures(bundle)).singleElement().satisfies(finding -> {
            assertThat(finding.check()).isEqualTo(Check.CONTAINER);
            assertThat(finding.message()).contains(why);
        });
    }

    @Test
    void any_zip_program_reads_a_bundle() throws IOException {
        Path file = HISTORY.write(directory.resolve("good.zip"));
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .contains("manifest.json", "ledger/entries/000000", "SHA256SUMS");
            byte[] manifest = zip.getInputStream(zip.getEntry("manifest.json")).readAllBytes();
            assertThat(new String(manifest, StandardCharsets.UTF_8)).startsWith("{\"format\":\"indelible-evidence/1\"");
        }
    }

    /** Any byte of any file, header or directory. Whoever flips it has not the key to sign for it, so the container alone refuses it, before any seal is looked at. */
    @Test
    void every_flipped_bit_is_refused() throws IOException {
        TestHistory stamped = TestHistory.of(new TestHistory.Keys(), 25);
        stamped.stamp(
                25,
                new TestAuthority("Time", Clock.systemUTC(), Duration.ofDays(1)),
                stamped.now().plusSeconds(1));
        byte[] good = stamped.toBytes();
        assertThat(isWhole(good)).isTrue();
        Random random = new Random(42);
        for (int i = 0; i < Integer.getInteger("indelible.evidence.flips", 10_000); i++) {
            int at = random.nextInt(good.length);
            int bit = 1 << random.nextInt(8);
            good[at] ^= (byte) bit;
            assertThat(isWhole(good)).as("byte %d, bit %d", at, bit).isFalse();
            if (i % 100 == 0) {
                assertThat(failures(good)).as("byte %d, bit %d", at, bit).isNotEmpty();
            }
            good[at] ^= (byte) bit;
        }
    }

    /** Whether the container, and the signed list of its files, take the bytes for a bundle. */
    private boolean isWhole(byte[] bundle) throws IOException {
        Path file = Files.write(directory.resolve("flipped.zip"), bundle);
        try (BundleFile open = BundleFile.open(file)) {
            byte[] list = open.read(Sums.NAME);
            Sums sums = Sums.parse(list, open.members());
            for (BundleMember member : open.members()) {
                byte[] content = open.read(member);
                if (!member.name().startsWith(Sums.NAME) && !sums.lists(member.name(), content)) {
                    return false;
                }
            }
            Manifest manifest = Manifest.parse(open.read(Manifest.NAME));
            Sums.verify(
                    list, open.read(Sums.SIGNATURE_NAME), manifest.identity().verifier(LogIdentity.EVIDENCE));
            return true;
        } catch (EvidenceFormatException refused) {
            return false;
        }
    }

    @Test
    void a_truncated_file_is_refused_wherever_it_ends() throws IOException {
        byte[] good = HISTORY.toBytes();
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            int length = i < 30 ? i : random.nextInt(good.length);
            assertThat(failures(Arrays.copyOf(good, length)))
                    .extracting(Finding::check)
                    .containsOnly(Check.CONTAINER);
        }
    }

    @Test
    void what_follows_or_precedes_a_bundle_is_refused() throws IOException {
        byte[] good = HISTORY.toBytes();
        assertRefused(concat(good, new byte[] {0}), "does not end as a ZIP");
        assertRefused(concat(new byte[] {0}, good), "directory");
        assertRefused(concat(good, good), "directory");
    }

    @Test
    void a_compressed_bomb_is_refused_unopened() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("manifest.json"));
            zip.write(new byte[60 << 20]);
        }
        assertThat(bomb.size()).isLessThan(100_000);
        assertRefused(bomb.toByteArray(), "not as an evidence bundle has it");
    }

    @Test
    void names_that_lead_elsewhere_are_refused() throws IOException {
        for (String name : List.of(
                "../../etc/passwd", "/etc/passwd", "a/../b", "C:\\windows", "a//b", "a/", ".ssh/x", "a\u0000b", "")) {
            assertRefused(raw(List.of(name)), "a name that no file of an evidence bundle has");
        }
        assertThatThrownBy(() -> new BundleWriter(new ByteArrayOutputStream(), BundleAttackTest.signer())
                        .add("../x", new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_name_given_twice_is_refused() throws IOException {
        assertRefused(raw(List.of("manifest.json", "manifest.json")), "twice");
    }

    @Test
    void huge_lengths_are_refused_unread() throws IOException {
        for (int field : List.of(20, 24, 28, 30, 32, 42)) {
            byte[] bundle = HISTORY.toBytes();
            ByteBuffer buffer = ByteBuffer.wrap(bundle).order(ByteOrder.LITTLE_ENDIAN);
            int first = buffer.getInt(bundle.length - 6);
            if (field == 28 || field == 30 || field == 32) {
                buffer.putShort(first + field, (short) 0xfff0);
            } else {
                buffer.putInt(first + field, 0xfffffff0);
            }
            assertThat(failures(bundle)).extracting(Finding::check).containsOnly(Check.CONTAINER);
        }
    }

    @Test
    void hostile_ends_of_a_zip_are_refused() throws IOException {
        Random random = new Random(3);
        byte[] good = HISTORY.toBytes();
        for (int i = 0; i < 300; i++) {
            byte[] bundle = good.clone();
            for (int n = 0; n < 4; n++) {
                bundle[bundle.length - 1 - random.nextInt(120)] =
                        (byte) (random.nextBoolean() ? 0xff : random.nextInt());
            }
            if (!Arrays.equals(bundle, good)) {
                assertThat(failures(bundle)).isNotEmpty();
            }
        }
    }

    /** Stored files of no content under names that the writer would not take. */
    private static byte[] raw(List<String> names) {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        List<BundleMember> members = names.stream()
                .map(name -> {
                    BundleMember member = new BundleMember(name, 0, 0, zip.size());
                    zip.writeBytes(ZipRecords.local(name, 0, 0));
                    return member;
                })
                .toList();
        zip.writeBytes(ZipRecords.directory(members, zip.size()));
        return zip.toByteArray();
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}

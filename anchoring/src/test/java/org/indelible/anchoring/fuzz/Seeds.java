package org.indelible.anchoring.fuzz;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.indelible.anchoring.checkpoint.Checkpoint;
import org.indelible.anchoring.checkpoint.CheckpointFormatException;
import org.indelible.anchoring.checkpoint.CosignatureSigner;
import org.indelible.anchoring.evidence.BundleFile;
import org.indelible.anchoring.evidence.EvidenceFormatException;
import org.indelible.anchoring.note.SignedNote;
import org.indelible.anchoring.primitive.Ed25519Signer;
import org.indelible.anchoring.testing.TestAuthority;
import org.indelible.anchoring.testing.TestHistory;
import org.indelible.anchoring.timestamp.EvidenceRecord;
import org.indelible.anchoring.timestamp.TimestampFormatException;
import org.indelible.anchoring.timestamp.TimestampToken;
import org.indelible.anchoring.tlog.EntryBundle;

/** Good inputs of every target, to begin from. */
final class Seeds {
    private static final Map<Target, byte[]> ALL = make();

    private Seeds() {}

    static byte[] of(Target target) {
        return ALL.getOrDefault(target, new byte[0]).clone();
    }

    private static Map<Target, byte[]> make() {
        TestHistory history = TestHistory.of(new TestHistory.Keys(), 4);
        CosignatureSigner witness =
                new CosignatureSigner("witness.example/w", Ed25519Signer.generate(new SecureRandom()));
        SignedNote note = history.checkpoint(4);
        byte[] token = TestHistory.token(
                new TestAuthority("Time", Clock.systemUTC(), Duration.ofDays(1)), note.toBytes(), Instant.now());
        Map<Target, byte[]> seeds = new EnumMap<>(Target.class);
        try {
            Checkpoint checkpoint = Checkpoint.of(note);
            seeds.put(Target.NOTE, note.toBytes());
            seeds.put(Target.CHECKPOINT, checkpoint.text().getBytes(UTF_8));
            seeds.put(
                    Target.COSIGNATURE,
                    witness.cosign(checkpoint, Instant.now()).toString().getBytes(UTF_8));
            seeds.put(
                    Target.PROOF,
                    ("old 2\n" + checkpoint.root() + '\n' + checkpoint.root() + "\n\n" + note).getBytes(UTF_8));
            seeds.put(Target.TILE_PATH, "tile/2/x001/234.p/17".getBytes(US_ASCII));
            seeds.put(Target.ENTRY_BUNDLE, EntryBundle.encode(List.of("one".getBytes(US_ASCII), new byte[300])));
            StringBuilder line = new StringBuilder();
            history.trial.getFirst().appendTo(line);
            seeds.put(Target.SD_JWT, line.substring(0, line.length() - 1).getBytes(US_ASCII));
            seeds.put(
                    Target.POLICY,
                    ("# whom I trust\nlog " + new TestHistory.Keys().identity().verifierKey("platform")
                                    + "\nwitness a " + witness.verifierKey() + " https://witness.example/\n"
                                    + "group any any a\nquorum any\n")
                            .getBytes(UTF_8));
            seeds.put(Target.TOKEN, token);
            seeds.put(
                    Target.EVIDENCE_RECORD,
                    EvidenceRecord.of(TimestampToken.parse(token)).encoded());
            history.stamps.put(4, token);
            seeds.put(Target.BUNDLE, history.toBytes());
            seeds.put(Target.MANIFEST, manifest(history));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CheckpointFormatException | TimestampFormatException | EvidenceFormatException e) {
            throw new IllegalStateException(e);
        }
        return seeds;
    }

    private static byte[] manifest(TestHistory history) throws IOException, EvidenceFormatException {
        Path file = Files.createTempFile("seed", ".zip");
        try (BundleFile bundle = BundleFile.open(history.write(file))) {
            return bundle.read("manifest.json");
        } finally {
            Files.delete(file);
        }
    }
}

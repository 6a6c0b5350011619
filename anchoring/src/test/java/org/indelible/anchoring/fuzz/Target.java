package org.indelible.anchoring.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.indelible.anchoring.checkpoint.Checkpoint;
import org.indelible.anchoring.checkpoint.CheckpointFormatException;
import org.indelible.anchoring.checkpoint.CosignatureVerifier;
import org.indelible.anchoring.entry.EntryFormatException;
import org.indelible.anchoring.entry.EntryReader;
import org.indelible.anchoring.entry.ParsedEntry;
import org.indelible.anchoring.evidence.BundleFile;
import org.indelible.anchoring.evidence.BundleMember;
import org.indelible.anchoring.evidence.EntryLine;
import org.indelible.anchoring.evidence.EvidenceFormatException;
import org.indelible.anchoring.evidence.Manifest;
import org.indelible.anchoring.evidence.verify.BundleVerifier;
import org.indelible.anchoring.evidence.verify.VerifierOptions;
import org.indelible.anchoring.note.NoteFormatException;
import org.indelible.anchoring.note.NoteSignature;
import org.indelible.anchoring.note.SignedNote;
import org.indelible.anchoring.policy.PolicyFormatException;
import org.indelible.anchoring.policy.TrustPolicy;
import org.indelible.anchoring.timestamp.EvidenceRecord;
import org.indelible.anchoring.timestamp.TimestampFormatException;
import org.indelible.anchoring.timestamp.TimestampToken;
import org.indelible.anchoring.tlog.EntryBundle;
import org.indelible.anchoring.tlog.EntryBundlePath;
import org.indelible.anchoring.tlog.TilePath;
import org.indelible.anchoring.tlog.TlogFormatException;
import org.indelible.anchoring.verify.ProgressListener;
import org.indelible.anchoring.witness.AddCheckpoint;
import org.indelible.anchoring.witness.WitnessFormatException;

/** The parsers of everything that comes from outside. */
enum Target {
    NOTE {
        @Override
        void read(byte[] input) throws NoteFormatException {
            requireSame(input, SignedNote.parse(input).toBytes());
        }
    },
    CHECKPOINT {
        @Override
        void read(byte[] input) throws CheckpointFormatException {
            String text = new String(input, UTF_8);
            requireSame(text, Checkpoint.parse(text).text());
        }
    },
    COSIGNATURE {
        @Override
        void read(byte[] input) throws NoteFormatException, CheckpointFormatException {
            String line = new String(input, UTF_8);
            NoteSignature signature = NoteSignature.parseLine(line);
            requireSame(line, signature.toString());
            CosignatureVerifier.time(signature);
        }
    },
    /** The proof of a request to a witness (C2SP tlog-witness). */
    PROOF {
        @Override
        void read(byte[] input) throws WitnessFormatException {
            requireSame(input, AddCheckpoint.parse(input).toBytes());
        }
    },
    TILE_PATH {
        @Override
        void read(byte[] input) throws TlogFormatException {
            String path = new String(input, UTF_8);
            requireSame(path, TilePath.parse(path).toString());
        }
    },
    ENTRY_BUNDLE {
        @Override
        void read(byte[] input) throws TlogFormatException {
            requireSame(
                    input,
                    EntryBundle.encode(EntryBundle.decode(EntryBundlePath.parse("tile/entries/000.p/2"), input)));
        }
    },
    SD_JWT {
        @Override
        void read(byte[] input) throws EvidenceFormatException, EntryFormatException {
            String text = new String(input, StandardCharsets.ISO_8859_1);
            EntryLine line = EntryLine.parse(text);
            StringBuilder again = new StringBuilder();
            line.appendTo(again);
            requireSame(text + '\n', again.toString());
            EntryReader reader = new EntryReader();
            ParsedEntry entry = reader.parse(line.compact());
            requireSame(line.compact(), entry.compact());
            reader.reassemble(entry, line.disclosures());
        }
    },
    POLICY {
        @Override
        void read(byte[] input) throws PolicyFormatException {
            TrustPolicy.parse(input).quorum().words();
        }
    },
    MANIFEST {
        @Override
        void read(byte[] input) throws EvidenceFormatException {
            requireSame(input, Manifest.parse(input).toBytes());
        }
    },
    TOKEN {
        @Override
        void read(byte[] input) throws TimestampFormatException {
            requireSame(input, TimestampToken.parse(input).encoded());
        }
    },
    EVIDENCE_RECORD {
        @Override
        void read(byte[] input) throws TimestampFormatException {
            requireSame(input, EvidenceRecord.parse(input).encoded());
        }
    },
    /** The container, and everything in it by way of the verifier, which never throws for what it reads. */
    BUNDLE {
        @Override
        void read(byte[] input) throws IOException, EvidenceFormatException {
            Path file = Files.createTempFile("fuzz", ".zip");
            try {
                Files.write(file, input);
                new BundleVerifier(VerifierOptions.NONE).verify(file, ProgressListener.NONE);
                try (BundleFile bundle = BundleFile.open(file)) {
                    for (BundleMember member : bundle.members()) {
                        bundle.read(member);
                    }
                }
            } finally {
                Files.delete(file);
            }
        }
    };

    private static final List<Class<? extends Exception>> REFUSALS = List.of(
            NoteFormatException.class,
            CheckpointFormatException.class,
            WitnessFormatException.class,
            TlogFormatException.class,
            EvidenceFormatException.class,
            EntryFormatException.class,
            PolicyFormatException.class,
            TimestampFormatException.class);

    /** Reads, and writes the same again. */
    abstract void read(byte[] input) throws Exception;

    /**
     * Whether the input was taken. Refusing is as good; anything but the parser's own exception is a bug.
     *
     * @throws AssertionError for a bug
     */
    boolean takes(byte[] input) {
        try {
            read(input);
            return true;
        } catch (Exception e) {
            if (REFUSALS.contains(e.getClass())) {
                return false;
            }
            throw new AssertionError(this + " threw " + e + " for " + Arrays.toString(input), e);
        }
    }

    private static void requireSame(byte[] input, byte[] written) {
        if (!Arrays.equals(input, written)) {
            throw new AssertionError("read, and written as something else: " + Arrays.toString(written));
        }
    }

    private static void requireSame(String input, String written) {
        if (!input.equals(written)) {
            throw new AssertionError("read, and written as something else: " + written);
        }
    }
}

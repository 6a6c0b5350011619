package org.indelible.anchoring.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.util.List;
import org.indelible.anchoring.checkpoint.Checkpoint;
import org.indelible.anchoring.merkle.CompactRange;
import org.indelible.anchoring.merkle.ConsistencyProof;
import org.indelible.anchoring.merkle.Hash;
import org.indelible.anchoring.merkle.NodeReader;
import org.indelible.anchoring.merkle.TreeHash;
import org.indelible.anchoring.note.NoteFormatException;
import org.indelible.anchoring.note.NoteSigner;
import org.indelible.anchoring.note.SignedNote;
import org.indelible.anchoring.note.VerifierKey;
import org.indelible.anchoring.primitive.Ed25519Signer;

/** A log whose operator can sign whatever he likes: its entries are numbers after a word, and another word is another history. */
public final class TestLog {
    private final String origin;
    private final Ed25519Signer key;

    public TestLog(String origin) {
        this(origin, Ed25519Signer.generate(new SecureRandom()));
    }

    public TestLog(String origin, Ed25519Signer key) {
        this.origin = origin;
        this.key = key;
    }

    public VerifierKey verifierKey() {
        return new VerifierKey(origin, VerifierKey.ED25519, key.verifier());
    }

    /** The signed checkpoint of a history at a size. */
    public SignedNote checkpoint(String history, long size) {
        return sign(new Checkpoint(origin, size, root(history, size)));
    }

    public SignedNote sign(Checkpoint checkpoint) {
        try {
            return SignedNote.sign(checkpoint.text(), NoteSigner.of(checkpoint.origin(), key));
        } catch (NoteFormatException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static Hash root(String history, long size) {
        CompactRange range = CompactRange.EMPTY;
        for (long i = 0; i < size; i++) {
            range = range.append(leaf(history, i), (level, index, hash) -> {});
        }
        return size == 0 ? TreeHash.empty() : range.root();
    }

    /** The proof between two sizes of a history. */
    public static List<Hash> proof(String history, long oldSize, long newSize) {
        return ConsistencyProof.of(oldSize, newSize, tree(history)).hashes();
    }

    /** All nodes of a history; computed, not stored. */
    public static NodeReader tree(String history) {
        return new NodeReader() {
            @Override
            public Hash node(int level, long index) {
                return level == 0
                        ? leaf(history, index)
                        : TreeHash.node(node(level - 1, 2 * index), node(level - 1, 2 * index + 1));
            }
        };
    }

    private static Hash leaf(String history, long index) {
        return TreeHash.leaf((history + index).getBytes(UTF_8));
    }
}

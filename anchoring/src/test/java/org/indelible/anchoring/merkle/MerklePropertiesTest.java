package org.indelible.anchoring.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.indelible.anchoring.testing.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tree against {@link NaiveTree}: all leaves and pairs of sizes of small trees, random ones of larger trees. */
@Requirement("R05")
class MerklePropertiesTest {

    @Test
    void everyProofOfSmallTreesIsThatOfTheNaiveTree() throws MerkleProofException {
        Sample sample = new Sample(new Random(1), 70);
        for (int size = 1; size <= 70; size++) {
            for (int other = 1; other <= size; other++) {
                sample.checkInclusion(other - 1, size);
                sample.checkConsistency(other, size);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4, 5})
    void proofsOfLargerTreesAreThoseOfTheNaiveTree(long seed) throws MerkleProofException {
        Random random = new Random(seed);
        Sample sample = new Sample(random, 1500);
        for (int i = 0; i < 40; i++) {
            int size = 1 + random.nextInt(1500);
            sample.checkInclusion(random.nextInt(size), size);
            sample.checkConsistency(1 + random.nextInt(size), size);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7, 8})
    void anyChangedHashIsRefused(long seed) {
        Random random = new Random(seed);
        Sample sample = new Sample(random, 300);
        for (int i = 0; i < 100; i++) {
            int size = 2 + random.nextInt(299);
            int index = random.nextInt(size);
            InclusionProof inclusion = InclusionProof.of(index, size, sample.tree);
            InclusionProof changed = new InclusionProof(index, size, flip(random, inclusion.hashes()));
            assertThatThrownBy(() -> changed.verify(sample.leaf(index), sample.root(size)))
                    .isInstanceOf(MerkleProofException.class);
        }
    }

    @Test
    void aRangeIsItsSizeAndPeaks() {
        Random random = new Random(9);
        GrowingTree tree = new GrowingTree();
        for (int size = 0; size < 200; size++) {
            CompactRange stored = CompactRange.ofPeakBytes(size, tree.range().peakBytes());
            assertThat(stored).isEqualTo(tree.range()).isEqualTo(CompactRange.of(size, tree));
            tree.append(bytes(random));
        }
        assertThatThrownBy(() -> CompactRange.ofPeakBytes(3, new byte[32]))
                .hasMessage("the complete subtrees of a tree of size 3 take 64 bytes, not 32");
    }

    private static List<Hash> flip(Random random, List<Hash> hashes) {
        List<Hash> changed = new ArrayList<>(hashes);
        int at = random.nextInt(hashes.size());
        byte[] bytes = hashes.get(at).bytes();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        changed.set(at, Hash.of(bytes));
        return changed;
    }

    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[random.nextInt(60)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static final class Sample {
        private final List<byte[]> entries = new ArrayList<>();
        private final GrowingTree tree = new GrowingTree();

        Sample(Random random, int size) {
            for (int i = 0; i < size; i++) {
                byte[] entry = bytes(random);
                entries.add(entry);
                tree.append(entry);
            }
        }

        Hash leaf(int index) {
            return TreeHash.leaf(entries.get(index));
        }

        Hash root(int size) {
            return Hash.of(NaiveTree.root(entries.subList(0, size)));
        }

        void checkInclusion(int index, int size) throws MerkleProofException {
            InclusionProof proof = InclusionProof.of(index, size, tree);
            assertThat(proof.hashes()).isEqualTo(hashes(NaiveTree.path(index, entries.subList(0, size))));
            assertThat(CompactRange.of(size, tree).root()).isEqualTo(root(size));
            proof.verify(leaf(index), root(size));
        }

        void checkConsistency(int oldSize, int newSize) throws MerkleProofException {
            ConsistencyProof proof = ConsistencyProof.of(oldSize, newSize, tree);
            assertThat(proof.hashes()).isEqualTo(hashes(NaiveTree.proof(oldSize, entries.subList(0, newSize))));
            proof.verify(root(oldSize), root(newSize));
        }

        private static List<Hash> hashes(List<byte[]> hashes) {
            return hashes.stream().map(Hash::of).toList();
        }
    }
}

package org.indelible.anchoring.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.indelible.anchoring.primitive.EncodingException;
import org.indelible.anchoring.testing.Fixtures;
import org.indelible.anchoring.testing.JsonFixture;
import org.indelible.anchoring.testing.Requirement;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Every published proof of transparency-dev/merkle: the good ones verify, each attack is refused. */
@Requirement("R05")
class MerkleVectorsTest {

    @FunctionalInterface
    private interface Probe {
        void run(JsonNode vector) throws MerkleProofException, EncodingException;
    }

    @TestFactory
    Stream<DynamicTest> inclusion() {
        return vectors("inclusion", MerkleVectorsTest::inclusion);
    }

    @TestFactory
    Stream<DynamicTest> consistency() {
        return vectors("consistency", MerkleVectorsTest::consistency);
    }

    @TestFactory
    Stream<DynamicTest> subtreeInclusion() {
        return vectors("subtreeinclusion", MerkleVectorsTest::subtreeInclusion);
    }

    @TestFactory
    Stream<DynamicTest> subtreeConsistency() {
        return vectors("subtreeconsistency", MerkleVectorsTest::subtreeConsistency);
    }

    private static Stream<DynamicTest> vectors(String kind, Probe probe) {
        Path directory = Fixtures.path("crypto/merkle/" + kind);
        List<Path> files = JsonFixture.below(directory);
        assertThat(files).isNotEmpty();
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(
                        directory.relativize(file).toString(), () -> judge(JsonFixture.read(file), probe)));
    }

    private static void judge(JsonNode vector, Probe probe) {
        if (vector.get("wantErr").booleanValue()) {
            assertThatThrownBy(() -> probe.run(vector))
                    .isInstanceOfAny(MerkleProofException.class, EncodingException.class);
        } else {
            assertThatCode(() -> probe.run(vector)).doesNotThrowAnyException();
        }
    }

    private static void inclusion(JsonNode vector) throws MerkleProofException, EncodingException {
        new InclusionProof(number(vector, "leafIdx"), number(vector, "treeSize"), proof(vector))
                .verify(hash(vector, "leafHash"), hash(vector, "root"));
    }

    private static void consistency(JsonNode vector) throws MerkleProofException, EncodingException {
        new ConsistencyProof(number(vector, "size1"), number(vector, "size2"), proof(vector))
                .verify(hash(vector, "root1"), hash(vector, "root2"));
    }

    private static void subtreeInclusion(JsonNode vector) throws MerkleProofException, EncodingException {
        Subtree subtree = new Subtree(number(vector, "start"), number(vector, "end"));
        new InclusionProof(number(vector, "leafIdx"), subtree, proof(vector))
                .verify(hash(vector, "leafHash"), hash(vector, "root"));
    }

    private static void subtreeConsistency(JsonNode vector) throws MerkleProofException, EncodingException {
        Subtree subtree = new Subtree(number(vector, "start"), number(vector, "end"));
        new ConsistencyProof(subtree, number(vector, "size"), proof(vector))
                .verify(hash(vector, "root1"), hash(vector, "root2"));
    }

    private static long number(JsonNode vector, String field) {
        return vector.get(field).bigIntegerValue().longValue();
    }

    private static Hash hash(JsonNode vector, String field) throws EncodingException {
        return Hash.parse(vector.get(field).stringValue());
    }

    private static List<Hash> proof(JsonNode vector) throws EncodingException {
        List<Hash> hashes = new ArrayList<>();
        for (JsonNode hash : vector.get("proof")) {
            hashes.add(Hash.parse(hash.stringValue()));
        }
        return hashes;
    }
}

package org.indelible.anchoring.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.indelible.anchoring.testing.Fixtures;
import org.indelible.anchoring.testing.JsonFixture;
import org.indelible.anchoring.testing.Requirement;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Trees whose hashes others have published. */
@Requirement("R05")
class KnownTreesTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final List<String> EIGHT_LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    @Test
    void hashesAsRfc6962() {
        assertThat(hex(TreeHash.empty())).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(hex(TreeHash.leaf(new byte[0])))
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assertThat(hex(TreeHash.leaf("L123456".getBytes(UTF_8))))
                .isEqualTo("395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56");
    }

    @Test
    void eightLeavesHaveTheirRoots() {
        JsonNode golden = JsonFixture.read(Fixtures.path("crypto/merkle/rfc6962_golden.json"));
        JsonNode roots = golden.get("root_by_size_hex");
        GrowingTree tree = new GrowingTree();
        assertThat(hex(tree.range().root())).isEqualTo(roots.get(0).stringValue());
        for (JsonNode leaf : golden.get("leaf_inputs_hex")) {
            tree.append(HEX.parseHex(leaf.stringValue()));
            assertThat(hex(tree.range().root()))
                    .isEqualTo(roots.get((int) tree.size()).stringValue());
        }
        assertThat(tree.size()).isEqualTo(8);
    }

    @Test
    void eightLeavesHaveTheirProofs() {
        GrowingTree tree = new GrowingTree();
        EIGHT_LEAVES.forEach(leaf -> tree.append(HEX.parseHex(leaf)));
        String four = "037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=";
        assertThat(base64(InclusionProof.of(5, 8, tree).hashes()))
                .containsExactly(
                        "vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=",
                        "yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA=",
                        four);
        assertThat(base64(InclusionProof.of(2, 3, tree).hashes()))
                .containsExactly("+sVCA+fMaWzw38tCySodnbr3CtnmIfS9jZhmLwDjwSU=");
        assertThat(base64(ConsistencyProof.of(6, 8, tree).hashes()))
                .containsExactly(
                        "DrxdNDf74tsVi58Sah0RjjCBgQMdCpSfje3t68VY72o=",
                        "yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA=",
                        four);
        assertThat(base64(ConsistencyProof.of(2, 5, tree).hashes()))
                .containsExactly(
                        "Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4=", "vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=");
    }

    @Test
    void fifteenLeavesOfTesseraHaveTheirProofs() {
        GrowingTree tree = new GrowingTree();
        Stream.of("one two three four five six seven eit nain ten ileven twelf threeten fourten fivten".split(" "))
                .forEach(leaf -> tree.append(leaf.getBytes(UTF_8)));
        assertThat(base64(InclusionProof.of(10, 15, tree).hashes()))
                .containsExactly(
                        "O61cHA6zA3ynJh7PzdEPrfB8aE1YBWCBnJcNIpeUePs=",
                        "+aOLtO2sRhNENZkJokiDScXfm3SIduSzvll41DTaUUI=",
                        "Oy+stN8Ie64lJ90ILA9yEeOWSzBgC+6RjoKksiWsR7Y=",
                        "bC+VwvrJbalNVjfkdI8kUgs7mJoXrqiXCE7bgnD28pY=");
        assertThat(base64(ConsistencyProof.of(7, 15, tree).hashes()))
                .containsExactly(
                        "2Q0P5jSR+TdkwdXWyx+GbBWX0KZbNZkWzCjyTPSozsw=",
                        "ThcgoV2DYcK+VCxBUDWAlNxmLy2r7dq7dK7+OlgQKWs=",
                        "ycRkkNklus5eMVRUvkD1pK321vMrA+jjOiZKU8aOcY4=",
                        "zY1lN35vrXYAPixXSd59LsU29xUJtuW4o2dNNg5Y2Co=",
                        "5jLpqTgjsBDSEX6SgZiRnbTMdTuRd8bQ5tSsAOxe0Ks=");
        assertThat(base64(ConsistencyProof.of(8, 15, tree).hashes()))
                .containsExactly("5jLpqTgjsBDSEX6SgZiRnbTMdTuRd8bQ5tSsAOxe0Ks=");
    }

    private static List<String> base64(List<Hash> hashes) {
        return hashes.stream().map(Hash::toString).toList();
    }

    private static String hex(Hash hash) {
        return HEX.formatHex(hash.bytes());
    }
}

package org.indelible.anchoring.tlog;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.indelible.anchoring.merkle.CompactRange;
import org.indelible.anchoring.merkle.ConsistencyProof;
import org.indelible.anchoring.merkle.GrowingTree;
import org.indelible.anchoring.merkle.InclusionProof;
import org.indelible.anchoring.merkle.TreeHash;
import org.indelible.anchoring.testing.Requirement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A tree of 70,000 leaves, leaf i being the decimal digits of i; hashes computed with golang.org/x/mod. */
@Requirement("R05")
class LargeTreeTest {
    private static final int SIZE = 70_000;
    private static final GrowingTree TREE = new GrowingTree();

    private final TiledTree tiles = new TiledTree(SIZE, path -> Tile.of(path, TREE));

    @BeforeAll
    static void grow() {
        for (int i = 0; i < SIZE; i++) {
            TREE.append(leaf(i));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "255, Mvhbyqh9e80Fco8J6a66NQumovczgwCH8Fl2goSL5cs=",
        "256, goUV0DPBnYyQHzfsy4rtkZZncDSG+NL/8c9wQDIcXbE=",
        "257, HtoEmkNR2G92JSvX7At3Rq11t/oDFq1fVB29pFijEsQ=",
        "511, Xz1p4QI3C+QJEi0RouYF5rZTsHG4tLS9KDP65AZS8R0=",
        "512, 1LIWJJXKYJ3AY5DTU8oMVRB3ZcYJ4CJut0fYkQXcjVU=",
        "65535, dPE6Dhp1aJNy77mQz2jGZORMdj2TBIRJVbLq/2JOjfE=",
        "65536, 8CXQbtgEhZ/SdKG9rK3W5I6odjSqkeHtsgFD+UmM0Cs=",
        "65537, 3IeVol/UvVKguE9jn9MTm6FggkAj0YjkKOtdsPPOIho=",
        "70000, Gkzfy2Y3SgwNy+9JrL1JdtE+6GT7PLJB/JQ8rQTwL34="
    })
    void rootsAreThoseOfGo(long size, String root) {
        assertThat(CompactRange.of(size, tiles).root()).hasToString(root);
    }

    @ParameterizedTest
    @CsvSource({
        "tile/0/273.p/112, 5atUq5ZWsW/6pCOoIk0iXPC1qO564hhKDQYttXEZ2kk=",
        "tile/1/000, 4jxPE30zzx7HQ3nlytd1CRi70hIYX1SMjVGe9KfBP14=",
        "tile/1/001.p/17, ZUg0Fo8oCAWKpnIltV+puoQgUO4PtTt24RsRMmbyNBQ=",
        "tile/2/000.p/1, gZ1QvSsaqmdoiylDrCV0xToFkAkzAIFZKW2mvIgTVjM="
    })
    void tilesAreThoseOfGo(String path, String leafHashOfItsBytes) throws TlogFormatException {
        byte[] bytes = Tile.of(TilePath.parse(path), TREE).toBytes();
        assertThat(TreeHash.leaf(bytes)).hasToString(leafHashOfItsBytes);
    }

    @Test
    void proofsOutOfTilesVerify() throws Exception {
        InclusionProof proof = InclusionProof.of(66_666, SIZE, tiles);
        assertThat(proof.hashes()).hasSize(14);
        assertThat(proof.hashes().getFirst()).hasToString("mNPxrWAFuvNMlV5FDTJIsJCAj2PPKRUuJMvvt6gAg3o=");
        assertThat(proof.hashes().getLast()).hasToString("8CXQbtgEhZ/SdKG9rK3W5I6odjSqkeHtsgFD+UmM0Cs=");
        proof.verify(TreeHash.leaf(leaf(66_666)), TREE.range().root());
        for (long old : new long[] {1, 255, 256, 65_536, 65_537, SIZE}) {
            ConsistencyProof.of(old, SIZE, tiles)
                    .verify(CompactRange.of(old, tiles).root(), TREE.range().root());
        }
    }

    private static byte[] leaf(int i) {
        return Integer.toString(i).getBytes(US_ASCII);
    }
}

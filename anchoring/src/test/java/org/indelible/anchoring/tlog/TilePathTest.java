package org.indelible.anchoring.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths of tessera's tests and of C2SP tlog-tiles. */
class TilePathTest {

    @Test
    void pathsAreThosePublished() {
        assertThat(EntryBundlePath.containing(251, 255)).hasToString("tile/entries/000.p/255");
        assertThat(EntryBundlePath.containing(256, 257)).hasToString("tile/entries/001.p/1");
        assertThat(EntryBundlePath.containing(3, 257)).hasToString("tile/entries/000");
        assertThat(new TilePath(15, 123456789, 41)).hasToString("tile/15/x123/x456/789.p/41");
        assertThat(TilePath.full(0, 1234067)).hasToString("tile/0/x001/x234/067");
        assertThat(TilePath.full(63, 999999999999999999L)).hasToString("tile/63/x999/x999/x999/x999/x999/999");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile/0/000",
                "tile/0/000.p/1",
                "tile/63/x999/x999/x999/x999/x999/999",
                "tile/15/x123/x456/789.p/41",
                "tile/1/x001/000.p/255"
            })
    void readsWhatItWrites(String path) throws TlogFormatException {
        assertThat(TilePath.parse(path)).hasToString(path);
        String entries = path.replaceFirst("tile/[0-9]+/", "tile/entries/");
        assertThat(EntryBundlePath.parse(entries)).hasToString(entries);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile/64/000",
                "tile/-1/000",
                "tile/00/000",
                "tile/0/001/002",
                "tile/0/x001/0002",
                "tile/0/x001/002.p/256",
                "tile/0/x001",
                "tile/0/x000/001",
                "tile/0/000.p/0",
                "tile/0/000.p/01",
                "tile/0/000.p/",
                "tile/0/000.p",
                "tile/0/00",
                "tile/0/000/",
                "tile/0/000\n",
                "tile/0/x001/x002/x003/x004/x005/x006/007",
                "tile/0/\u0661\u0661\u0661",
                "/tile/0/000",
                "tile/0/../0/000",
                "tile/entries/000"
            })
    void refuses(String path) {
        assertThatThrownBy(() -> TilePath.parse(path)).isInstanceOf(TlogFormatException.class);
        assertThatThrownBy(() -> EntryBundlePath.parse(path.replaceFirst("tile/[^/]+/", "bundle/")))
                .isInstanceOf(TlogFormatException.class);
    }

    @Test
    void aLogOf70000HasTheTilesPublished() {
        TileLayout layout = new TileLayout(70000);
        assertThat(layout.fullTiles(0)).isEqualTo(273);
        assertThat(layout.partialWidth(0)).isEqualTo(112);
        assertThat(layout.fullTiles(1)).isEqualTo(1);
        assertThat(layout.partialWidth(1)).isEqualTo(17);
        assertThat(layout.fullTiles(2)).isZero();
        assertThat(layout.partialWidth(2)).isEqualTo(1);
        assertThat(layout.fullTiles(8)).isZero();
        assertThat(layout.tilesSince(0)).hasSize(273 + 1 + 1 + 1 + 1);
        assertThat(layout.tilesSince(70000)).isEmpty();
        assertThat(layout.tilesSince(69999)).containsExactly(new TilePath(0, 273, 112));
        assertThat(new TileLayout(65536).tilesSince(65535))
                .containsExactly(TilePath.full(0, 255), TilePath.full(1, 0), new TilePath(2, 0, 1));
    }
}

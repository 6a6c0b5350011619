package org.indelible.anchoring.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryBundleTest {

    @Test
    void readsWhatItWrites() throws TlogFormatException {
        List<byte[]> entries = List.of(new byte[0], new byte[] {1}, new byte[EntryBundle.MAX_ENTRY_BYTES]);
        byte[] bundle = EntryBundle.encode(entries);
        assertThat(EntryBundle.decode(new EntryBundlePath(0, 3), bundle)).containsExactlyElementsOf(entries);
    }

    @ParameterizedTest
    @CsvSource({"1, ''", "1, 00", "1, 0001", "2, 000101", "1, 0001010001", "1, 00010100"})
    void refuses(int width, String hex) {
        byte[] bundle = HexFormat.of().parseHex(hex);
        assertThatThrownBy(() -> EntryBundle.decode(new EntryBundlePath(0, width), bundle))
                .isInstanceOf(TlogFormatException.class);
    }

    @Test
    void refusesEntriesThatAreTooLong() {
        assertThatThrownBy(() -> EntryBundle.encode(List.of(new byte[EntryBundle.MAX_ENTRY_BYTES + 1])))
                .hasMessage("an entry has at most 65535 bytes, not 65536");
    }
}

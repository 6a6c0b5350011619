package org.indelible.casebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RepeatKeysTest {
    @Test
    void keysAreNeverTheSameAndSortAsTheyWereIssued() {
        List<String> keys = Stream.generate(RepeatKeys::fresh).limit(10_000).toList();

        assertThat(keys).doesNotHaveDuplicates().isSorted();
        assertThat(keys).allMatch(key -> key.matches("[a-z]{14}"));
    }
}

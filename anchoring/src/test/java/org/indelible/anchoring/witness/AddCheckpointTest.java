package org.indelible.anchoring.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.testing.TestLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("R05")
class AddCheckpointTest {
    private static final TestLog LOG = new TestLog("example.org/log");
    private static final String NOTE = LOG.checkpoint("a", 5).toString();
    private static final String HASH = TestLog.root("a", 1).toString();

    @Test
    void readsWhatItWrites() throws Exception {
        AddCheckpoint request = new AddCheckpoint(3, TestLog.proof("a", 3, 5), LOG.checkpoint("a", 5));
        assertThat(AddCheckpoint.parse(request.toBytes())).isEqualTo(request);
        AddCheckpoint first = AddCheckpoint.parse(("old 0\n\n" + NOTE).getBytes(UTF_8));
        assertThat(first.proof()).isEmpty();
        assertThat(first.note()).hasToString(NOTE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "old 0\n",
                "old 0\n\n",
                "old 00\n\nNOTE",
                "old -1\n\nNOTE",
                "old +1\n\nNOTE",
                "old 9223372036854775808\n\nNOTE",
                "old  1\n\nNOTE",
                "Old 1\n\nNOTE",
                "\n\nNOTE",
                "old 1\nHASH \n\nNOTE",
                "old 1\nAAAA\n\nNOTE",
                "old 1\r\n\nNOTE",
                "old 1\n\nNOTE\n"
            })
    void refuses(String request) {
        byte[] body = request.replace("NOTE", NOTE).replace("HASH", HASH).getBytes(UTF_8);
        assertThatThrownBy(() -> AddCheckpoint.parse(body)).isInstanceOf(WitnessFormatException.class);
    }

    @Test
    void refusesMoreThanSixtyThreeHashes() throws Exception {
        String sixtyThree = (HASH + "\n").repeat(63);
        assertThat(AddCheckpoint.parse(("old 1\n" + sixtyThree + "\n" + NOTE).getBytes(UTF_8))
                        .proof())
                .hasSize(63);
        assertThatThrownBy(() -> AddCheckpoint.parse(("old 1\n" + sixtyThree + HASH + "\n\n" + NOTE).getBytes(UTF_8)))
                .isInstanceOf(WitnessFormatException.class);
    }
}

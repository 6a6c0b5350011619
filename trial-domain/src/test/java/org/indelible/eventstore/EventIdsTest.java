package org.indelible.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.common.IdentifierFactory;
import org.junit.jupiter.api.Test;

/** RFC 9562. */
class EventIdsTest {
    @Test
    void timeOrderedIdsHaveVersion7AndTheirTime() {
        UUID id = UUID.fromString(EventIds.timeOrdered(0x017F22E279B0L, new Random(1)));

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(0x017F22E279B0L);
    }

    @Test
    void messagesOfAxonHaveTimeOrderedIds() {
        assertThat(UUID.fromString(IdentifierFactory.getInstance().generateIdentifier())
                        .version())
                .isEqualTo(7);
    }

    @Test
    void derivedIdsDependOnLedgerSourceAndOrdinalOnly() {
        assertThat(UUID.fromString(EventIds.derived("l", "s", 0)).version()).isEqualTo(8);
        assertThat(UUID.fromString(EventIds.derived("l", "s", 0)).variant()).isEqualTo(2);
        assertThat(Stream.of(
                        EventIds.derived("l", "s", 0),
                        EventIds.derived("l", "s", 1),
                        EventIds.derived("l", "s2", 0),
                        EventIds.derived("l2", "s", 0),
                        EventIds.derived("ls", "", 0)))
                .doesNotHaveDuplicates()
                .first()
                .isEqualTo("472b4d19-3909-8d32-bd8f-21545ffc09dc");
    }
}

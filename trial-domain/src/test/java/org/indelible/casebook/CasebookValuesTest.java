package org.indelible.casebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.protocols.check.ItemValue;
import org.junit.jupiter.api.Test;

/** Checks that look at another form find the one value that can be meant, or none. */
@Requirement("R46")
class CasebookValuesTest {
    private final CasebookValues values =
            new CasebookValues(Records.NONE.evolve((RecordingEvent) CasebookFixture.SYSTOLIC_120, 1));

    @Test
    void theOnlyValueOfTheItemAtTheEventIsMeant() {
        assertThat(values.value(Builds.VITALS.eventOid(), Builds.SYSTOLIC.itemOid())
                        .flatMap(ItemValue::text))
                .isEqualTo(Optional.of("120"));
    }

    @Test
    void anotherEventOrItemHasNone() {
        assertThat(values.value("SE.ELSEWHERE", Builds.SYSTOLIC.itemOid())).isEmpty();
        assertThat(values.value(Builds.VITALS.eventOid(), "I.NOBODY")).isEmpty();
    }
}

package org.indelible.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTypeRegistryTest {
    @EventType(name = "bad.unmarked")
    record Unmarked(String text) {}

    @EventType(name = "bad.clear-disclosable")
    record ClearDisclosable(@InClear Disclosable<String> text) {}

    @EventType(name = "bad.disclosed-plain")
    record DisclosedPlain(@Disclosed(DisclosureClass.VALUE) String text) {}

    @EventType(name = "bad.optional-disclosable")
    record OptionalDisclosable(@InClear Optional<Disclosable<String>> text) {}

    @EventType(name = "bad.map-of-disclosable")
    record MapOfDisclosable(@InClear Map<String, Disclosable<String>> texts) {}

    @EventType(name = "bad.nested-disclosable")
    record NestedDisclosable(Disclosable<Optional<Disclosable<String>>> text) {}

    @EventType(name = "bad.fraction")
    record Fraction(@InClear BigDecimal number) {}

    record Half(Disclosable<String> marked, String unmarked) {}

    @EventType(name = "bad.half-marked-element")
    record HalfMarkedElement(@InClear List<Half> halves) {}

    sealed interface Untold permits One {}

    record One(int n) implements Untold {}

    @EventType(name = "bad.polymorphic-without-names")
    record PolymorphicWithoutNames(@InClear Untold untold) {}

    @EventType(name = "Bad Name")
    record BadName(@InClear String text) {}

    record Unnamed(@InClear String text) {}

    @EventType(name = "sample.note-added")
    record SameName(@InClear String text) {}

    @Test
    void namesOfTypesAndBack() {
        EventTypeRegistry registry = SampleEvents.registry();

        assertThat(registry.nameOf(SampleEvents.VisitRecorded.class))
                .isEqualTo(new EventTypeName("sample.visit-recorded", 2));
        assertThat(registry.classOf("sample.visit-recorded", "2")).isEqualTo(SampleEvents.VisitRecorded.class);
        assertThat(registry.types())
                .containsExactly(
                        SampleEvents.ItemsSaved.class, SampleEvents.NoteAdded.class, SampleEvents.VisitRecorded.class);
    }

    @Test
    void unknownNamesAndRevisionsAreNeverSkipped() {
        EventTypeRegistry registry = SampleEvents.registry();

        assertThatThrownBy(() -> registry.classOf("sample.gone", "1"))
                .isInstanceOf(UnknownEventTypeException.class)
                .hasMessageContaining("sample.gone");
        assertThatThrownBy(() -> registry.classOf("sample.visit-recorded", "1"))
                .isInstanceOf(UnknownEventTypeException.class)
                .hasMessageContaining("revision 1");
        assertThatThrownBy(() -> registry.nameOf(String.class)).isInstanceOf(UnknownEventTypeException.class);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Unmarked.class,
                ClearDisclosable.class,
                DisclosedPlain.class,
                OptionalDisclosable.class,
                MapOfDisclosable.class,
                NestedDisclosable.class,
                Fraction.class,
                HalfMarkedElement.class,
                PolymorphicWithoutNames.class,
                BadName.class,
                Unnamed.class
            })
    void typeThatBreaksTheContractIsRefused(Class<?> type) {
        assertThatThrownBy(() -> EventTypeRegistry.of(List.of(type)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(type.getName());
    }

    @Test
    void allDefectsAreNamedAtOnce() {
        assertThatThrownBy(() -> EventTypeRegistry.of(
                        List.of(Unmarked.class, Fraction.class, SampleEvents.NoteAdded.class, SameName.class)))
                .hasMessageContaining("Unmarked.text")
                .hasMessageContaining("Fraction.number")
                .hasMessageContaining("are both named sample.note-added");
    }
}

package org.indelible.casebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.indelible.casebook.Builds.*;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.Erased;
import org.indelible.anchoring.disclosure.Withheld;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.casebook.CasebookState.Registered;
import org.indelible.casebook.RecordingCommand.*;
import org.indelible.casebook.RecordingEvent.*;
import org.indelible.shared.DomainRefusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random histories, made by the decisions themselves, are folded again after any subset of their values was erased or withheld. */
class ErasureReplayTest {
    private static final List<ItemRef> ITEMS = List.of(SYSTOLIC, PULSE, COMMENT, HOSPITAL_NUMBER, KIT_COLOUR);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    @Requirement("R68")
    void whateverIsErasedTheHistoryReplaysToTheSameStructure(long seed) {
        Random random = new Random(seed);
        List<CasebookEvent> history = history(random);
        List<CasebookEvent> erased =
                history.stream().map(event -> erase(event, random)).toList();

        assertThat(structure(replay(erased))).isEqualTo(structure(replay(history)));
    }

    private static List<CasebookEvent> history(Random random) {
        List<CasebookEvent> events = new ArrayList<>(List.of(CasebookFixture.begun()));
        for (int step = 0; step < 60; step++) {
            try {
                events.addAll(CasebookDecisions.decide(
                        replay(events), command(random), CasebookFixture.COORDINATOR, new Builds()));
            } catch (DomainRefusal refused) {
                assertThat(refused.code()).isNotBlank();
            }
        }
        assertThat(events).hasSizeGreaterThan(20);
        return events;
    }

    private static RecordingCommand command(Random random) {
        ItemRef item = ITEMS.get(random.nextInt(ITEMS.size()));
        if (random.nextInt(8) == 0) {
            return new InactivateItems(
                    CasebookFixture.ID, VITALS, List.of(item), CasebookFixture.SAVE, CasebookFixture.REASON);
        }
        ItemContent content = random.nextInt(6) == 0
                ? ItemContent.absent(NullFlavour.UNKNOWN)
                : ItemContent.value(Integer.toString(random.nextInt(100)));
        return CasebookFixture.saveBecause(CasebookFixture.REASON, ItemEntry.imported(item, content, Optional.empty()));
    }

    private static CasebookState replay(List<CasebookEvent> events) {
        CasebookState state = CasebookState.NONE;
        for (int seq = 0; seq < events.size(); seq++) {
            state = state.evolve(events.get(seq), seq);
        }
        return state;
    }

    private static CasebookEvent erase(CasebookEvent event, Random random) {
        return switch (event) {
            case ItemsRecorded e ->
                new ItemsRecorded(
                        e.form(),
                        e.save(),
                        e.build(),
                        e.origin(),
                        e.items().stream()
                                .map(item -> new RecordedItem(
                                        item.item(),
                                        erase(item.value(), random),
                                        item.nullFlavour(),
                                        item.unitOid(),
                                        item.reason()))
                                .toList());
            case ItemsCorrected e ->
                new ItemsCorrected(
                        e.form(),
                        e.save(),
                        e.build(),
                        e.origin(),
                        e.items().stream()
                                .map(item -> new CorrectedItem(
                                        item.item(),
                                        item.old(),
                                        erase(item.value(), random),
                                        item.nullFlavour(),
                                        item.unitOid(),
                                        item.reason()))
                                .toList());
            default -> event;
        };
    }

    private static <T> Disclosable<T> erase(Disclosable<T> field, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> new Erased<>(field.disclosureClass(), "e".repeat(43));
            case 1 -> new Withheld<>(field.disclosureClass(), "w".repeat(43));
            default -> field;
        };
    }

    /** Everything but the contents of disclosable fields. */
    private static Map<String, Object> structure(CasebookState state) {
        Registered casebook = state.registered().orElseThrow();
        Map<String, Object> structure = new LinkedHashMap<>();
        structure.put("progress", casebook.progress());
        structure.put("visits", casebook.records().visits());
        structure.put("signatures", casebook.signatures());
        casebook.records().forms().forEach((ref, form) -> {
            structure.put(ref + " last", form.lastChange());
            form.items()
                    .forEach((item, point) -> structure.put(
                            ref + " " + item,
                            List.of(
                                    point.version(),
                                    point.nullFlavour(),
                                    point.unitOid(),
                                    point.origin(),
                                    point.active(),
                                    point.value().disclosureClass())));
        });
        return structure;
    }
}

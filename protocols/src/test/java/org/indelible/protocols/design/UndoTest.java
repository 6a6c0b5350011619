package org.indelible.protocols.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.indelible.protocols.build.BuildContent;
import org.indelible.protocols.build.SmallBuild;
import org.indelible.protocols.build.StudyBuild;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is edited, undo gives back what was there before, to the byte. */
class UndoTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void undoAfterAnySequenceOfEditsGivesTheEarlierDefinition(long seed) {
        RandomEdits edits = new RandomEdits(seed);
        BuildContent start = seed % 2 == 0 ? SmallBuild.content() : Design.blank("New study");
        List<BuildContent> kept = new ArrayList<>(List.of(start, start));
        List<String> hashes = new ArrayList<>(List.of(hash(start), hash(start)));
        Trail trail = Trail.begin();
        int made = 0;
        for (int i = 0; i < 150; i++) {
            BuildContent before = kept.get(trail.current());
            BuildContent after;
            try {
                after = Design.apply(before, edits.next(before), "en").content();
            } catch (EditRefusedException refused) {
                continue;
            }
            made++;
            trail = trail.then();
            assertThat(trail.current()).isEqualTo(kept.size());
            kept.add(after);
            hashes.add(hash(after));
        }
        assertThat(made).isGreaterThan(30);

        Optional<Trail> at = Optional.of(trail);
        while (at.isPresent()) {
            trail = at.get();
            assertThat(hash(kept.get(trail.current()))).isEqualTo(hashes.get(trail.current()));
            at = trail.undone();
        }
        assertThat(trail.current()).isEqualTo(1);
        assertThat(hash(kept.get(1))).isEqualTo(hash(start));
        for (Optional<Trail> next = trail.redone(); next.isPresent(); next = trail.redone()) {
            trail = next.get();
        }
        assertThat(trail.current()).isEqualTo(made + 1);
    }

    /** Undo, another edit, undo: the branch that was left does not come back, the trunk does. */
    @Test
    void anEditAfterUndoBeginsABranch() {
        Trail trail = Trail.begin().then().then();
        Trail branch = trail.undone().orElseThrow().then();
        assertThat(branch.current()).isEqualTo(4);
        assertThat(branch.redone()).isEmpty();
        assertThat(branch.undone().orElseThrow().current()).isEqualTo(2);
        assertThat(branch.undone().orElseThrow().redone().orElseThrow().current())
                .isEqualTo(4);
    }

    @Test
    void undoStopsWhereEarlierStepsWereLetGo() {
        Trail trail = Trail.begin().then().then();
        Trail cut = new Trail(trail.steps().subList(1, 3), trail.current());
        assertThat(cut.undone().orElseThrow().undone()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void undoAndRedoFromAnywhereMeetAgain(int seed) {
        Random random = new Random(seed);
        Trail trail = Trail.begin();
        for (int i = 0; i < 200; i++) {
            Trail now = trail;
            trail = switch (random.nextInt(3)) {
                case 0 -> now.then();
                case 1 -> now.undone().orElse(now);
                default -> now.redone().orElse(now);
            };
            Trail here = trail;
            here.redone()
                    .ifPresent(next ->
                            assertThat(next.undone().orElseThrow().current()).isEqualTo(here.current()));
        }
    }

    /** What an edit makes can be stored and read back, whatever it was. */
    private static String hash(BuildContent content) {
        StudyBuild build = StudyBuild.of(content);
        assertThat(StudyBuild.fromCanonicalJson(build.canonicalJson()).content())
                .isEqualTo(content);
        return build.hash();
    }
}

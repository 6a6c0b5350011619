package org.indelible.anchoring.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.indelible.anchoring.testing.Requirement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The short run of every target, the same each time: changed good inputs, then noise. {@code -Dindelible.fuzz.inputs=N} makes it longer, and
 * {@code -Dindelible.fuzz.seed=N} another one; {@link ParserFuzzTest} looks for inputs by coverage.
 */
@Requirement("R05")
class ParserMutationTest {
    private static final int SLOW = 20;

    @ParameterizedTest
    @EnumSource
    void what_is_not_well_formed_is_refused_and_nothing_else_happens(Target target) {
        byte[] good = Seeds.of(target);
        assertThat(target.takes(good))
                .as("the input that is changed is a good one")
                .isTrue();
        long seed = Long.getLong("indelible.fuzz.seed", 20_261_129);
        Mutator mutator = new Mutator(seed);
        int inputs = Integer.getInteger("indelible.fuzz.inputs", 3000) / (target == Target.BUNDLE ? SLOW : 1);
        int refused = 0;
        for (int i = 0; i < inputs; i++) {
            refused += target.takes(mutator.mutate(good)) ? 0 : 1;
        }
        assertThat(refused).isGreaterThan(inputs / 3);
        Random random = new Random(seed);
        for (int i = 0; i < inputs / 10; i++) {
            byte[] noise = new byte[random.nextInt(400)];
            random.nextBytes(noise);
            target.takes(noise);
        }
    }
}

package org.indelible.protocols.design;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The steps by which a draft came to be, and where in them one stands. Undo goes to the step before, redo to the one last made
 * after; a step made after an undo begins a branch, and what was undone stays on its own.
 *
 * @param current number of the step one stands at
 */
public record Trail(List<Step> steps, int current) {
    public Trail {
        steps = List.copyOf(steps);
    }

    /** @param parent number of the step it was made from; empty for the first */
    public record Step(int number, Optional<Integer> parent) {}

    /** One step, and nothing before it. */
    public static Trail begin() {
        return new Trail(List.of(new Step(1, Optional.empty())), 1);
    }

    /** One more step from here. */
    public Trail then() {
        List<Step> more = new ArrayList<>(steps);
        int next = steps.stream().mapToInt(Step::number).max().orElse(0) + 1;
        more.add(new Step(next, Optional.of(current)));
        return new Trail(more, next);
    }

    public Optional<Trail> undone() {
        return before().map(step -> new Trail(steps, step));
    }

    public Optional<Trail> redone() {
        return after().map(step -> new Trail(steps, step));
    }

    /** The step that undo goes back to; it may have been let go. */
    public Optional<Integer> before() {
        return steps.stream()
                .filter(step -> step.number() == current)
                .findFirst()
                .flatMap(Step::parent)
                .filter(parent -> steps.stream().anyMatch(step -> step.number() == parent));
    }

    public Optional<Integer> after() {
        return steps.stream()
                .filter(step ->
                        step.parent().filter(parent -> parent == current).isPresent())
                .max(Comparator.comparing(Step::number))
                .map(Step::number);
    }
}

package org.indelible.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** What is enacted, in order of time. What would lie after the end of simulated time has not happened yet, and is left out. */
final class Script {
    private final Instant ends;
    private final List<Step> steps = new ArrayList<>();

    Script(Instant ends) {
        this.ends = ends;
    }

    /** @param time of day where the person works, such as {@code 09:30} */
    void add(LocalDate day, String time, DemoPerson by, Object command) {
        add(day, time, by, stage -> command);
    }

    void add(LocalDate day, String time, DemoPerson by, Function<Stage, Object> command) {
        Instant at = DemoCalendar.at(day, time, by.zone());
        if (at.isBefore(ends)) {
            steps.add(new Step(at, by, command));
        }
    }

    /** Those of the same moment stay in the order they were added. */
    List<Step> inOrder() {
        return steps.stream().sorted(Comparator.comparing(Step::at)).toList();
    }
}

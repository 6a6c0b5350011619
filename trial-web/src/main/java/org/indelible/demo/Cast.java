package org.indelible.demo;

import static org.indelible.demo.DemoSite.PORTO;
import static org.indelible.demo.DemoSite.VIENNA;

import java.util.List;
import org.indelible.demo.DemoParticipant.Way;

/** The participants. All of them are invented. */
final class Cast {
    static final DemoParticipant COMPLETED =
            new DemoParticipant(VIENNA, "001", -238, "F", 54, "Maria Huber", 156, Way.REGULAR);
    static final DemoParticipant COMPLETED_TOO =
            new DemoParticipant(VIENNA, "002", -224, "M", 61, "Josef Wimmer", 162, Way.REGULAR);
    /** Whose own account is {@code participant}. */
    static final DemoParticipant WITH_ACCOUNT =
            new DemoParticipant(VIENNA, "003", -192, "F", 47, "Theresa Berger", 151, Way.REGULAR);

    static final DemoParticipant OVERDUE =
            new DemoParticipant(VIENNA, "004", -120, "M", 66, "Karl Egger", 167, Way.MISSES_WEEK_12);
    static final DemoParticipant FAILED =
            new DemoParticipant(VIENNA, "005", -163, "F", 39, "Lena Fuchs", 143, Way.SCREEN_FAILURE);
    /** Whose signed vital signs of week 4 were corrected afterwards. */
    static final DemoParticipant STALE =
            new DemoParticipant(VIENNA, "006", -91, "M", 58, "Georg Pichler", 159, Way.REGULAR);
    /** In screening under the second version; a form is in progress. */
    static final DemoParticipant IN_SCREENING =
            new DemoParticipant(VIENNA, "007", -9, "F", 50, "Eva Gruber", 153, Way.REGULAR);

    /** Withdrew consent a few days ago. */
    static final DemoParticipant LEFT =
            new DemoParticipant(VIENNA, "008", -72, "M", 55, "Paul Auer", 157, Way.WITHDRAWS);

    static final DemoParticipant FIRST_IN_PORTO =
            new DemoParticipant(PORTO, "001", -211, "M", 63, "António Sousa", 164, Way.REGULAR);
    static final DemoParticipant WITHDRAWN =
            new DemoParticipant(PORTO, "002", -150, "F", 57, "Beatriz Lopes", 158, Way.WITHDRAWS);
    static final DemoParticipant QUERIED =
            new DemoParticipant(PORTO, "003", -112, "M", 69, "Carlos Pinto", 170, Way.REGULAR);
    static final DemoParticipant OFF_TREATMENT =
            new DemoParticipant(PORTO, "004", -61, "F", 44, "Diana Ramos", 149, Way.STOPS_TREATMENT);
    static final DemoParticipant NEW_IN_PORTO =
            new DemoParticipant(PORTO, "005", -33, "M", 52, "Eduardo Melo", 155, Way.REGULAR);
    static final DemoParticipant NEWEST =
            new DemoParticipant(PORTO, "006", -5, "F", 60, "Filipa Neves", 161, Way.REGULAR);

    static final List<DemoParticipant> ALL = List.of(
            COMPLETED,
            COMPLETED_TOO,
            WITH_ACCOUNT,
            OVERDUE,
            FAILED,
            STALE,
            IN_SCREENING,
            LEFT,
            FIRST_IN_PORTO,
            WITHDRAWN,
            QUERIED,
            OFF_TREATMENT,
            NEW_IN_PORTO,
            NEWEST);

    private Cast() {}
}

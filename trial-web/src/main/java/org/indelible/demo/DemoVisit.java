package org.indelible.demo;

import java.util.List;
import org.indelible.casebook.VisitRef;

/**
 * The scheduled visits of the protocol.
 *
 * <p>What is due at each is the protocol's; which optional forms are done is the sites' habit.
 */
enum DemoVisit {
    BASELINE("SE.BL", 0, 0, "F.VS", "F.EX"),
    WEEK_2("SE.WK2", 14, 2, "F.VS", "F.EX"),
    WEEK_4("SE.WK4", 28, 4, "F.VS", "F.LB", "F.EX"),
    WEEK_8("SE.WK8", 56, 8, "F.VS", "F.EX"),
    WEEK_12("SE.WK12", 84, 12, "F.VS", "F.LB", "F.EG", "F.EX"),
    WEEK_24("SE.WK24", 168, 24, "F.VS", "F.LB", "F.EG"),
    END_OF_STUDY("SE.EOS", 182, 26, "F.VS", "F.LB", "F.EG", "F.DS");

    private final String oid;
    private final int day;
    private final int week;
    private final List<String> forms;

    DemoVisit(String oid, int day, int week, String... forms) {
        this.oid = oid;
        this.day = day;
        this.week = week;
        this.forms = List.of(forms);
    }

    VisitRef ref() {
        return VisitRef.of(oid);
    }

    /** Days after baseline. */
    int day() {
        return day;
    }

    int week() {
        return week;
    }

    List<String> forms() {
        return forms;
    }
}

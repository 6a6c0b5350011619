package org.indelible.demo;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import org.indelible.casebook.NullFlavour;
import org.indelible.casebook.RepeatKey;
import org.indelible.protocols.build.StudyBuild;

/** What is measured in one participant, visit after visit: the same in every installation, and plausible. */
final class Measurements {
    private static final int READINGS = 3;
    private static final int SWAPPED = 145;
    private static final String KEY_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int KEY_LENGTH = 12;

    private final DemoParticipant participant;
    private final StudyBuild build;
    private final Random random;
    private final double height;
    private final double weight;
    /** How much the pressure falls on treatment in the end: some are on placebo. */
    private final int response;

    Measurements(DemoParticipant participant, StudyBuild build) {
        this.participant = participant;
        this.build = build;
        this.random = new Random(participant.key().hashCode());
        this.height = (participant.female() ? 164 : 177) + random.nextInt(-7, 8) + random.nextInt(10) / 10.0;
        this.weight = (participant.female() ? 69 : 84) + random.nextInt(-9, 14) + random.nextInt(10) / 10.0;
        this.response = random.nextInt(6, 28);
    }

    RepeatKey freshKey() {
        StringBuilder key = new StringBuilder(KEY_LENGTH);
        for (int n = 0; n < KEY_LENGTH; n++) {
            key.append(KEY_ALPHABET.charAt(random.nextInt(KEY_ALPHABET.length())));
        }
        return new RepeatKey(key.toString());
    }

    /** Keys that the server issues sort as they were issued. */
    private static RepeatKey sortedAs(int place, RepeatKey key) {
        return new RepeatKey((char) ('a' + place) + key.value().substring(1));
    }

    /** @param week of treatment; 0 before it */
    FormFiller vitalSigns(LocalDate day, int week, boolean withHeight) {
        FormFiller form = new FormFiller(build, "IG.VS")
                .set("I.VS.DAT", day)
                .set("I.VS.TIM", "09:" + random.nextInt(10, 55))
                .set("I.VS.ARM", participant.number().equals("003") ? "R" : "L");
        if (withHeight) {
            form.set("I.VS.HEIGHT", decimal(height));
        }
        form.set("I.VS.WEIGHT", decimal(weight - week * 0.08 + random.nextInt(-5, 6) / 10.0));
        if (participant == Cast.QUERIED && week == 2) {
            form.absent("I.VS.TEMP", NullFlavour.NOT_DONE, "The thermometer was out of order.");
        } else {
            form.set("I.VS.TEMP", decimal(36.2 + random.nextInt(9) / 10.0));
        }
        double share = Math.min(1, week / 8.0);
        int systolic = participant.systolic() - (int) Math.round(response * share) + random.nextInt(-4, 5);
        for (int reading = 1; reading <= READINGS; reading++) {
            int drawn = systolic - 2 * (reading - 1) + random.nextInt(-3, 4);
            int sys = swapped(week, reading) ? SWAPPED : drawn;
            form.row("IG.BP", sortedAs(reading, freshKey()))
                    .set("I.BP.SEQ", reading)
                    .set("I.BP.SYS", sys)
                    .set("I.BP.DIA", Math.round(sys * 0.58f) + random.nextInt(-4, 5))
                    .set("I.BP.PULSE", 72 + random.nextInt(-9, 12));
        }
        return form;
    }

    /** The reading whose digits were swapped: 154 in the chart. */
    private boolean swapped(int week, int reading) {
        return participant == Cast.STALE && week == 4 && reading == 1;
    }

    FormFiller laboratory(LocalDate day) {
        boolean failing = participant.way() == DemoParticipant.Way.SCREEN_FAILURE;
        FormFiller form = new FormFiller(build, "IG.LB")
                .set("I.LB.DAT", day + "T08:" + random.nextInt(10, 59))
                .set("I.LB.FAST", "Y")
                .set("I.LB.K", failing ? "5.7" : decimal(3.9 + random.nextInt(10) / 10.0))
                .set("I.LB.NA", 137 + random.nextInt(7))
                .set("I.LB.CREAT", decimal(0.7 + random.nextInt(5) / 10.0))
                .set("I.LB.ALT", 17 + random.nextInt(24))
                .set("I.LB.GLUC", decimal(4.8 + random.nextInt(14) / 10.0))
                .set("I.LB.HGB", decimal(13.1 + random.nextInt(23) / 10.0));
        boolean test = participant.female() && participant.age() < 50;
        form.set("I.LB.PREGAP", test ? "Y" : "N");
        if (test) {
            form.set("I.LB.PREG", "NEG");
        }
        return form;
    }

    FormFiller electrocardiogram(LocalDate day) {
        return new FormFiller(build, "IG.EG")
                .set("I.EG.DAT", day)
                .set("I.EG.HR", 66 + random.nextInt(16))
                .set("I.EG.PR", 148 + random.nextInt(32))
                .set("I.EG.QRS", 86 + random.nextInt(20))
                .set("I.EG.QTCF", 396 + random.nextInt(36))
                .set("I.EG.INT", "NORMAL");
    }

    FormFiller treatment(LocalDate day, int week) {
        FormFiller form = new FormFiller(build, "IG.EX")
                .set("I.EX.DAT", day)
                .set("I.EX.KIT", "K" + (10_000 + random.nextInt(90_000)))
                .set("I.EX.DISP", 60);
        if (week > 0) {
            int missed = random.nextInt(4) == 0 ? random.nextInt(1, 4) : 0;
            form.set("I.EX.RET", 60 - Math.min(56, 7 * week) + missed).set("I.EX.MISSED", missed);
            if (missed > 0) {
                form.set("I.EX.WHY", "FORGOT");
            }
        }
        return form;
    }

    FormFiller demography(LocalDate day) {
        FormFiller form = new FormFiller(build, "IG.DM")
                .set("I.DM.DMDAT", day)
                .set("I.DM.INIT", participant.initials())
                .set("I.DM.BRTHDAT", birth(day))
                .set("I.DM.AGE", participant.age())
                .set("I.DM.SEX", participant.sex())
                .set("I.DM.RACE", "WHITE");
        if (participant.female()) {
            form.set("I.DM.CHILDPOT", participant.age() < 50 ? "Y" : "N");
        }
        return form;
    }

    LocalDate birth(LocalDate day) {
        return day.minusYears(participant.age())
                .minusDays(37L + participant.key().hashCode() % 100);
    }

    FormFiller eligibility(String consentedAt, String version) {
        boolean fails = participant.way() == DemoParticipant.Way.SCREEN_FAILURE;
        FormFiller form = new FormFiller(build, "IG.IE")
                .set("I.IE.ICDAT", consentedAt)
                .set("I.IE.ICVER", version)
                .set("I.IE.IN1", "Y")
                .set("I.IE.IN2", "Y")
                .set("I.IE.IN3", "Y")
                .set("I.IE.EX1", "N")
                .set("I.IE.EX2", "N")
                .set("I.IE.EX3", fails ? "Y" : "N")
                .set("I.IE.EX4", "N")
                .set("I.IE.ELIG", fails ? "N" : "Y");
        return fails ? form.set("I.IE.REAS", "Serum potassium 5.7 mmol/L") : form;
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}

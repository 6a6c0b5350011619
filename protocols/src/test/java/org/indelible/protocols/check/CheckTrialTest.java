package org.indelible.protocols.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.indelible.protocols.build.BuildContent;
import org.indelible.protocols.build.Comparator;
import org.indelible.protocols.build.DataType;
import org.indelible.protocols.build.EventType;
import org.indelible.protocols.build.FormalExpression;
import org.indelible.protocols.build.RangeCheck;
import org.indelible.protocols.build.SoftHard;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.build.TranslatedText;
import org.indelible.protocols.check.CheckTrial.Answer;
import org.indelible.protocols.check.CheckTrial.Asked;
import org.indelible.protocols.check.CheckTrial.Result;
import org.indelible.protocols.check.CheckTrial.Why;
import org.indelible.protocols.design.Design;
import org.indelible.protocols.design.DesignEdit;
import org.indelible.protocols.design.DesignEdit.AddEvent;
import org.indelible.protocols.design.DesignEdit.AddForm;
import org.indelible.protocols.design.DesignEdit.AddGroup;
import org.indelible.protocols.design.DesignEdit.AddItem;
import org.indelible.protocols.design.DesignEdit.EventFields;
import org.indelible.protocols.design.DesignEdit.Flags;
import org.indelible.protocols.design.DesignEdit.FormFields;
import org.indelible.protocols.design.DesignEdit.GroupFields;
import org.indelible.protocols.design.DesignEdit.ItemFields;
import org.indelible.protocols.design.DesignEdit.PutCheck;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** With these values a check fires, or it does not, or it cannot be read, and why. */
@Tag("R46")
class CheckTrialTest {
    private static final String SBP = "I.PRESSURE.SBP";
    private static final String DBP = "I.PRESSURE.DBP";

    private static StudyBuild build(boolean repeating, RangeCheck check) {
        BuildContent content = Design.blank("Study");
        content = edit(content, new AddEvent(new EventFields("Base", "", EventType.SCHEDULED, false, List.of())));
        content = edit(content, new AddForm(new FormFields("Vitals", "", false), List.of("SE.BASE")));
        content = edit(content, new AddGroup("F.VITALS", new GroupFields("Pressure", "", repeating, true)));
        content = edit(content, new AddItem("IG.PRESSURE", item("SBP", DataType.INTEGER, List.of("mmHg", "kPa"))));
        content = edit(content, new AddItem("IG.PRESSURE", item("DBP", DataType.INTEGER, List.of())));
        content = edit(content, new AddItem("IG.PRESSURE", item("Day", DataType.PARTIAL_DATE, List.of())));
        return StudyBuild.of(edit(content, new PutCheck(SBP, Optional.empty(), check)));
    }

    private static BuildContent edit(BuildContent content, DesignEdit edit) {
        return Design.apply(content, edit, "en").content();
    }

    private static ItemFields item(String name, DataType type, List<String> units) {
        return new ItemFields(
                name,
                name.toUpperCase(java.util.Locale.ROOT),
                "",
                type,
                Optional.empty(),
                Optional.empty(),
                false,
                units,
                Optional.empty(),
                Flags.NONE,
                "");
    }

    private static RangeCheck cel(String expression) {
        return new RangeCheck(
                Optional.empty(),
                SoftHard.HARD,
                List.of(),
                Optional.empty(),
                TranslatedText.none(),
                List.of(new FormalExpression(FormalExpression.CEL, expression)));
    }

    private static CheckTrial trial(boolean repeating, RangeCheck check) {
        StudyBuild build = build(repeating, check);
        return new CheckTrial(
                build,
                build.item(SBP).orElseThrow(),
                build.item(SBP).orElseThrow().rangeChecks().getFirst());
    }

    private static Result with(CheckTrial trial, String... pairs) {
        Map<Asked, ItemValue> values = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(new Asked("", pairs[i]), ItemValue.of(pairs[i + 1]));
        }
        return trial.of(values);
    }

    @Test
    void anExpressionFiresHoldsOrMisses() {
        for (boolean repeating : new boolean[] {false, true}) {
            CheckTrial trial = trial(repeating, cel("SBP > DBP"));
            assertThat(trial.asks()).containsExactly(new Asked("", SBP), new Asked("", DBP));
            assertThat(with(trial, SBP, "120", DBP, "80").answer()).isEqualTo(Answer.HOLDS);
            assertThat(with(trial, SBP, "70", DBP, "80").answer()).isEqualTo(Answer.FIRES);
            assertThat(with(trial, SBP, "70").why()).contains(Why.MISSING);
            assertThat(with(trial, SBP, "70").about()).containsExactly("DBP");
            assertThat(with(trial, SBP, "70", DBP, "low").why()).contains(Why.NOT_OF_TYPE);
            assertThat(with(trial, DBP, "70").why()).contains(Why.NOTHING_ENTERED);
            assertThat(with(trial, SBP, "high", DBP, "70").why()).contains(Why.NOT_OF_TYPE);
        }
    }

    @Test
    void whatDoesNotCompileSaysSo() {
        Result result = with(trial(false, cel("SBP > PULSE")), SBP, "70");
        assertThat(result.why()).contains(Why.NOT_EXECUTED);
        assertThat(result.about()).singleElement().asString().contains("PULSE");
    }

    @Test
    void aValueOfAnotherVisitIsAskedForToo() {
        CheckTrial trial = trial(false, cel("SBP > at(\"SE.BASE\", DBP)"));
        Asked before = new Asked("SE.BASE", DBP);
        assertThat(trial.asks()).contains(before);
        Map<Asked, ItemValue> values = new HashMap<>(Map.of(new Asked("", SBP), ItemValue.of("90")));
        assertThat(trial.of(values).why()).contains(Why.MISSING);
        values.put(before, ItemValue.of("100"));
        assertThat(trial.of(values).answer()).isEqualTo(Answer.FIRES);
    }

    @Test
    void aLimitAppliesToItsUnit() {
        RangeCheck inKilopascal = new RangeCheck(
                Optional.of(Comparator.LE),
                SoftHard.SOFT,
                List.of("30"),
                Optional.of("MU.KPA"),
                TranslatedText.none(),
                List.of());
        CheckTrial trial = trial(false, inKilopascal);
        Asked own = new Asked("", SBP);
        assertThat(trial.of(Map.of(own, ItemValue.of("31", "MU.KPA"))).answer()).isEqualTo(Answer.FIRES);
        assertThat(trial.of(Map.of(own, ItemValue.of("30", "MU.KPA"))).answer()).isEqualTo(Answer.HOLDS);
        assertThat(trial.of(Map.of(own, ItemValue.of("31", "MU.MMHG"))).why()).contains(Why.OTHER_UNIT);
        assertThat(trial.of(Map.of(own, ItemValue.of("31"))).why()).contains(Why.UNIT_UNKNOWN);
    }

    /** The trial says what the check says when data are entered. */
    @Test
    void theTrialAgreesWithTheCheckInUse() {
        StudyBuild build = build(false, cel("SBP > DBP"));
        CheckTrial trial = trial(false, cel("SBP > DBP"));
        for (String sbp : List.of("79", "80", "81")) {
            List<CheckFinding> findings = BuiltInChecks.evaluate(
                    build,
                    new FormContent(
                            "SE.BASE",
                            "F.VITALS",
                            List.of(new GroupContent(
                                    "IG.PRESSURE", "", Map.of(SBP, ItemValue.of(sbp), DBP, ItemValue.of("80"))))));
            assertThat(with(trial, SBP, sbp, DBP, "80").answer() == Answer.FIRES)
                    .isEqualTo(findings.stream().anyMatch(CheckFinding::fires));
        }
    }
}

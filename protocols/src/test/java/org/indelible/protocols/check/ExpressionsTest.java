package org.indelible.protocols.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.indelible.protocols.build.BuildContent;
import org.indelible.protocols.build.ConditionDef;
import org.indelible.protocols.build.DataType;
import org.indelible.protocols.build.EventType;
import org.indelible.protocols.build.FormDef;
import org.indelible.protocols.build.FormalExpression;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.ItemGroupDef;
import org.indelible.protocols.build.MethodDef;
import org.indelible.protocols.build.Ref;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.build.StudyEventDef;
import org.indelible.protocols.build.TranslatedText;
import org.indelible.protocols.odm.Diagnostic;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What expressions may say, what is translated, and what they may not do. */
@Tag("R46")
class ExpressionsTest {
    private static ItemDef item(String oid, String name, DataType type) {
        return new ItemDef(
                oid,
                name,
                type,
                Optional.empty(),
                Optional.of(1),
                TranslatedText.none(),
                TranslatedText.none(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                false,
                false,
                false);
    }

    private static Ref ref(String oid, int order, Optional<String> condition, Optional<String> method) {
        return new Ref(oid, Optional.of(order), false, condition, method, Optional.empty());
    }

    /** Items A (integer), B (float), C (text), D (date), {@code I-E} named "with space" (integer), box___1 (integer); C under the condition, B by the method. */
    private static StudyBuild build(Optional<FormalExpression> condition, Optional<FormalExpression> method) {
        List<ItemDef> items = List.of(
                item("I.A", "A", DataType.INTEGER),
                item("I.B", "B", DataType.FLOAT),
                item("I.C", "C", DataType.TEXT),
                item("I.D", "D", DataType.DATE),
                item("I_E", "with space", DataType.INTEGER),
                item("I.box", "box___1", DataType.INTEGER));
        List<Ref> refs = List.of(
                ref("I.A", 1, Optional.empty(), Optional.empty()),
                ref("I.B", 2, Optional.empty(), method.map(m -> "M.1")),
                ref("I.C", 3, condition.map(c -> "C.1"), Optional.empty()),
                ref("I.D", 4, Optional.empty(), Optional.empty()),
                ref("I_E", 5, Optional.empty(), Optional.empty()),
                ref("I.box", 6, Optional.empty(), Optional.empty()));
        return content(
                items,
                refs,
                condition
                        .map(c -> List.of(new ConditionDef("C.1", "Condition", TranslatedText.none(), List.of(c))))
                        .orElse(List.of()),
                method.map(m -> List.of(
                                new MethodDef("M.1", "Method", Optional.empty(), TranslatedText.none(), List.of(m))))
                        .orElse(List.of()));
    }

    private static StudyBuild content(
            List<ItemDef> items, List<Ref> refs, List<ConditionDef> conditions, List<MethodDef> methods) {
        return StudyBuild.of(new BuildContent(
                "ST",
                "Study",
                "",
                "P",
                "MDV",
                "Version",
                "",
                List.of(Ref.to("SE.1", 1, true), Ref.to("SE.2", 2, true)),
                List.of(event("SE.1"), event("SE.2")),
                List.of(new FormDef(
                        "F", "Form", false, TranslatedText.none(), List.of(Ref.to("IG", 1, true)), List.of())),
                List.of(new ItemGroupDef(
                        "IG", "Group", false, Optional.empty(), TranslatedText.none(), refs, List.of())),
                items,
                List.of(),
                List.of(),
                conditions,
                methods,
                List.of()));
    }

    private static StudyEventDef event(String oid) {
        return new StudyEventDef(
                oid,
                oid,
                EventType.SCHEDULED,
                false,
                Optional.empty(),
                TranslatedText.none(),
                List.of(Ref.to("F", 1, true)),
                List.of());
    }

    private static Optional<String> translated(String context, String expression) {
        StudyBuild build = build(Optional.empty(), Optional.empty());
        return Translation.toCel(new FormalExpression(context, expression), build, VariableNames.of(build));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "[a] = 1 ~ ",
                "[A] = '1' ~ !(A == 1)",
                "[A] <> \"\" ~ !(A != null)",
                "[A] > 3 and [C] = 'x' ~ !((A > 3 && C == \"x\"))",
                "([A] >= 3.5 or not [C] <> 'y') and [B] < -1 ~ !((((double(A) >= 3.5 || !(C != \"y\"))) && B < -1.0))",
                "[box(1)] = '1' ~ !(box___1 == 1)",
                "[SE.2][A] = 7 ~ !(at(\"SE.2\", A) == 7)",
                "[C] > 3 ~ ",
                "datediff([D],'today','y') > 3 ~ ",
                "[A] = 1; drop ~ ",
                "[A] + 1 > 2 * [B] ~ !((double(A) + 1.0) > (2.0 * B))"
            })
    void branchingLogicOfRedcapIsSaidInCelOrNotAtAll(String logic, String cel) {
        assertThat(translated(Translation.REDCAP_BRANCHING, logic)).isEqualTo(Optional.ofNullable(cel));
    }

    @Test
    void otherDialectsAreTranslatedWhereCertain() {
        assertThat(translated(Translation.REDCAP_CALCULATION, "round(([A]*10000)/(([B])^(2)),1)"))
                .contains("round((((double(A) * 10000.0)) / (pow((B), 2.0))), 1)");
        assertThat(translated("OpenEDC", "!(C == \"Female\")")).contains("!((C == \"Female\"))");
        assertThat(translated("XPath", "../ItemGroupData[@ItemGroupOID='IG']/ItemData[@ItemOID='I.A'][@Value='0']"))
                .contains("A == 0");
        assertThat(translated("XPath", "../FormData[@FormOID='F']/ItemData[@ItemOID='I.A'][@Value > 90]"))
                .contains("at(EVENT, A) > 90");
        assertThat(translated("XPath", "//a/b")).isEmpty();
        assertThat(translated("js", "return 1;")).isEmpty();
    }

    private static FormContent form(String event, Map<String, ItemValue> items) {
        return new FormContent(event, "F", List.of(new GroupContent("IG", "", items)));
    }

    private static StudyBuild conditional(String cel) {
        return build(Optional.of(new FormalExpression("CEL", cel)), Optional.empty());
    }

    @Test
    void expressionsLookAtOtherFormsAndOtherVisits() {
        StudyBuild build = conditional("at(\"SE.1\", A) > 5 || at(EVENT, I_E) == 1");
        CompiledBuild compiled = ExpressionCompiler.compile(build);
        assertThat(compiled.diagnostics()).isEmpty();
        FormContent content = form("SE.2", Map.of("I.C", ItemValue.of("x")));
        OtherForms six = (event, item) ->
                event.equals("SE.1") && item.equals("I.A") ? Optional.of(ItemValue.of("6")) : Optional.empty();
        assertThat(BuiltInChecks.evaluate(compiled, content, six, "en"))
                .extracting(CheckFinding::kind)
                .containsExactly(CheckKind.SKIP_LOGIC);
        assertThat(BuiltInChecks.evaluate(compiled, content, OtherForms.NONE, "en"))
                .isEmpty();
        assertThat(ExpressionCompiler.compile(conditional("at(\"SE.9\", A) > 5"))
                        .diagnostics())
                .extracting(Diagnostic::code)
                .contains("unknown-event-in-expression");
    }

    @Test
    void aDerivedValueIsRoundedAndAMissingOneLeavesItOut() {
        StudyBuild build = build(Optional.empty(), Optional.of(new FormalExpression("CEL", "double(A) / 3.0 + 0.05")));
        assertThat(Derivations.of(build, form("SE.1", Map.of("I.A", ItemValue.of("7")))))
                .containsExactly(new DerivedValue("I.B", "IG", "", "2.4"));
        assertThat(Derivations.of(build, form("SE.1", Map.of("I.C", ItemValue.of("7")))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NOBODY == 1 | bad-expression",
                "A + 1 | bad-expression",
                "A == | bad-expression",
                "A == 'text' | bad-expression",
                "C == \"x\" | cyclic-condition"
            })
    void whatIsWrongWithAConditionIsSaidAtTheCondition(String cel, String code) {
        assertThat(ExpressionCompiler.compile(conditional(cel)).diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly(code);
    }

    /** Nested loops over long lists, deep nesting, huge texts, patterns that backtrack: each ends, undecided or refused. */
    @Test
    void expressionsThatTryToRunAwayAreStopped() {
        String list = IntStream.range(0, 500)
                .mapToObj(String::valueOf)
                .reduce((a, b) -> a + "," + b)
                .orElseThrow();
        String loops = "[" + list + "].all(x, [" + list + "].all(y, [" + list + "].all(z, x + y + z >= 0)))";
        FormContent content = form("SE.1", Map.of("I.C", ItemValue.of("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!")));
        assertThat(BuiltInChecks.evaluate(ExpressionCompiler.compile(conditional(loops)), content))
                .isEmpty();
        assertThat(refused("(".repeat(5000) + "true" + ")".repeat(5000))).isTrue();
        assertThat(refused("\"" + "x".repeat(30_000) + "\" == C")).isTrue();
        CompiledBuild pattern = ExpressionCompiler.compile(conditional("C.matches(\"^(a+)+$\")"));
        assertThat(BuiltInChecks.evaluate(pattern, content)).isEmpty();
    }

    private static boolean refused(String cel) {
        return ExpressionCompiler.compile(conditional(cel)).diagnostics().stream()
                .anyMatch(Diagnostic::error);
    }

    @Test
    void methodsThatDeriveEachOtherAreAnError() {
        List<ItemDef> items = new ArrayList<>();
        List<Ref> refs = new ArrayList<>();
        List<MethodDef> methods = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            items.add(item("I." + i, "N" + i, DataType.INTEGER));
            refs.add(ref("I." + i, i + 1, Optional.empty(), Optional.of("M." + i)));
            methods.add(new MethodDef(
                    "M." + i,
                    "M" + i,
                    Optional.empty(),
                    TranslatedText.none(),
                    List.of(new FormalExpression("CEL", "N" + (i + 1) % 1000 + " + 1"))));
        }
        assertThat(ExpressionCompiler.compile(content(items, refs, List.of(), methods))
                        .diagnostics())
                .singleElement()
                .satisfies(d -> assertThat(d.code()).isEqualTo("cyclic-derivation"));
    }

    @Test
    void aNameThatIsNoIdentifierGivesWayToTheOid() {
        assertThat(ExpressionCompiler.compile(conditional("I_E == 1")).diagnostics())
                .isEmpty();
    }
}

package org.indelible.protocols.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.testing.Fixtures;
import org.indelible.protocols.testing.Lzzt;
import org.indelible.protocols.testing.LzztData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The checks and derivations of a real trial's protocol over its real data give what its oracle, which shares no code, says. */
@Tag("R46")
class LzztChecksTest {
    private static final String V1 = "lzzt-protocol-v1.xml";
    private static final String V2 = "lzzt-protocol-v2.xml";
    private static final Map<String, String> UNITS =
            Map.of("MU.F", "F", "MU.C", "C", "MU.IN", "IN", "MU.CM", "cm", "MU.LB", "LB", "MU.KG", "kg");

    private final JsonNode expected =
            JsonMapper.shared().readTree(Fixtures.path("lzzt/expected.json").toFile());

    private static CompiledBuild compiled(String protocol) {
        StudyBuild build = Lzzt.metadata(protocol).build().orElseThrow();
        CompiledBuild compiled = ExpressionCompiler.compile(build);
        assertThat(compiled.diagnostics()).isEmpty();
        return compiled;
    }

    private static List<CheckFinding> findings(String protocol, LzztData data) {
        CompiledBuild build = compiled(protocol);
        return data.forms().values().stream()
                .flatMap(form -> BuiltInChecks.evaluate(build, form).stream())
                .toList();
    }

    private static LzztData asCollected() throws IOException {
        return new LzztData().apply("lzzt-clinical-data.xml");
    }

    private static LzztData corrected() throws IOException {
        return asCollected().apply("lzzt-corrections.xml");
    }

    @Test
    void firingsOfVersion1EqualTheOracle() throws IOException {
        assertFired(findings(V1, asCollected()), expected.at("/edit_check_firings_v1"));
    }

    @Test
    void firingsAfterTheCorrectionsEqualTheOracle() throws IOException {
        assertFired(findings(V1, corrected()), expected.at("/corrections/after_corrections/edit_check_firings_v1"));
    }

    @Test
    void version2DiffersFromVersion1AsTheReadmeSays() throws IOException {
        Map<String, Map<String, Long>> v1 = fired(findings(V1, asCollected()));
        Map<String, Map<String, Long>> v2 = fired(findings(V2, asCollected()));
        JsonNode change = expected.get("version_2");
        of(v1, "range").remove("I.VS.SYSBP LE 180");
        of(v1, "range")
                .put("I.VS.SYSBP LE 200", change.get("I.VS.SYSBP LE 200 (v2)").asLong());
        of(v1, "mandatory_item")
                .put(
                        "I.AE.AEACN",
                        change.get("I.AE.AEACN newly mandatory, missing").asLong());
        assertThat(v2).isEqualTo(v1);
    }

    @Test
    void version2AfterTheCorrectionsDiffersOnlyWhereThatCheckDoes() throws IOException {
        Map<String, Map<String, Long>> v1 = fired(findings(V1, corrected()));
        Map<String, Map<String, Long>> v2 = fired(findings(V2, corrected()));
        of(v2, "range").remove("I.VS.SYSBP LE 200");
        of(v1, "range").remove("I.VS.SYSBP LE 180");
        assertThat(of(v2, "mandatory_item").remove("I.AE.AEACN")).isEqualTo(1191L);
        assertThat(v2).isEqualTo(v1);
    }

    private static Map<String, Long> of(Map<String, Map<String, Long>> fired, String kind) {
        return Objects.requireNonNull(fired.get(kind));
    }

    private static void assertFired(List<CheckFinding> findings, JsonNode section) {
        assertThat(findings).allMatch(CheckFinding::fires);
        Map<String, Map<String, Long>> fired = fired(findings);
        assertThat(fired)
                .containsOnlyKeys(
                        "codelist",
                        "range",
                        "expression",
                        "mandatory_item",
                        "mandatory_item_group",
                        "skip_logic_conflict");
        fired.forEach((kind, counts) -> assertThat(counts).as(kind).isEqualTo(counts(section.get(kind))));
    }

    private static Map<String, Map<String, Long>> fired(List<CheckFinding> findings) {
        Map<String, Map<String, Long>> fired = new HashMap<>();
        findings.forEach(f -> fired.computeIfAbsent(section(f.kind()), kind -> new TreeMap<>())
                .merge(label(f), 1L, Long::sum));
        return fired;
    }

    @ParameterizedTest
    @CsvSource({V1 + ", false", V2 + ", false", V1 + ", true", V2 + ", true"})
    void derivationsEqualTheOracle(String protocol, boolean afterCorrections) throws IOException {
        CompiledBuild build = compiled(protocol);
        Map<String, List<BigDecimal>> values = new HashMap<>();
        Map<String, String> named = new HashMap<>();
        (afterCorrections ? corrected() : asCollected()).forms().forEach((place, form) -> {
            for (DerivedValue value : Derivations.of(build, form, OtherForms.NONE)) {
                values.computeIfAbsent(value.itemOid(), item -> new ArrayList<>())
                        .add(new BigDecimal(value.text()));
                named.put(place.subject() + place.event() + value.itemOid() + value.groupKey(), value.text());
            }
        });
        JsonNode oracle =
                expected.at(afterCorrections ? "/corrections/after_corrections/derived_items" : "/derived_items");
        assertThat(values).hasSize(oracle.size());
        oracle.properties().forEach(item -> {
            List<BigDecimal> derived = values.getOrDefault(item.getKey(), List.of());
            assertThat(derived).hasSize(item.getValue().get("n").asInt());
            assertThat(derived.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(item.getValue().get("sum").asString());
            item.getValue()
                    .get("first_3")
                    .forEach(first -> assertThat(named)
                            .containsEntry(
                                    first.get("subject").asString()
                                            + EVENTS.get(first.get("visit").asString())
                                            + item.getKey()
                                            + first.get("item_group_repeat").asString(""),
                                    first.get("value").asString()));
        });
    }

    private static final Map<String, String> EVENTS = Map.of(
            "SCREENING 1", "SE.SCR1",
            "AMBUL ECG PLACEMENT", "SE.ECGP",
            "BASELINE", "SE.BL",
            "WEEK 2", "SE.WK2",
            "WEEK 24", "SE.WK24");

    @Test
    void laboratoryDataHaveSixDataTypeViolationsAndNothingElse() throws IOException {
        List<CheckFinding> findings = findings(V2, new LzztData().apply("lzzt-labs.xml"));
        assertThat(findings.stream().collect(Collectors.groupingBy(CheckFinding::checkId, Collectors.counting())))
                .isEqualTo(Map.of("type:I.LBCH.BILI", 5L, "type:I.LBCH.GLUC", 1L));
    }

    private static Map<String, Long> counts(JsonNode section) {
        Map<String, Long> counts = new TreeMap<>();
        section.properties().forEach(e -> counts.put(e.getKey(), e.getValue().asLong()));
        return counts;
    }

    private static String section(CheckKind kind) {
        return switch (kind) {
            case CODE_LIST -> "codelist";
            case RANGE -> "range";
            case EXPRESSION -> "expression";
            case MANDATORY_ITEM -> "mandatory_item";
            case MANDATORY_GROUP -> "mandatory_item_group";
            case SKIP_LOGIC -> "skip_logic_conflict";
            case DATA_TYPE, LENGTH, UNIT -> kind.name();
        };
    }

    private static String label(CheckFinding f) {
        String[] parts = f.checkId().split(":");
        return switch (f.kind()) {
            case RANGE ->
                parts[1] + " " + parts[2] + " " + parts[3] + (parts.length > 4 ? " " + UNITS.get(parts[4]) : "");
            case SKIP_LOGIC -> parts[1] + " (" + parts[2] + ")";
            case EXPRESSION -> parts[1] + " #" + parts[2];
            default -> parts[1];
        };
    }
}

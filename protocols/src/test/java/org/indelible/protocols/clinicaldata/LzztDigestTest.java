package org.indelible.protocols.clinicaldata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.indelible.protocols.build.MeasurementUnit;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.testing.Fixtures;
import org.indelible.protocols.testing.Lzzt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every value of a real trial arrives unaltered: the digest over all of them is its oracle's. */
@Tag("R46")
class LzztDigestTest {
    @ParameterizedTest
    @CsvSource({
        "lzzt-clinical-data.xml, lzzt-protocol-v1.xml, /value_digest_v1",
        "lzzt-labs.xml, lzzt-protocol-v2.xml, /labs/value_digest"
    })
    void digestOverAllValuesIsTheOracles(String data, String protocol, String pointer) throws Exception {
        StudyBuild build = Lzzt.metadata(protocol).build().orElseThrow();
        List<String> lines = new ArrayList<>();
        for (SubjectData subject : Recording.of(Fixtures.path("lzzt/" + data)).subjects) {
            for (StudyEventData event : subject.studyEvents()) {
                for (FormData form : event.forms()) {
                    for (ItemGroupData group : form.itemGroups()) {
                        group.items().forEach(item -> lines.add(line(build, subject, event, form, group, item)));
                    }
                }
            }
        }
        lines.sort(null);
        JsonNode expected = expected().at(pointer);
        assertThat(lines).hasSize(expected.get("lines").asInt());
        assertThat(sha256(String.join("", lines)))
                .isEqualTo(expected.get("sha256").asString());
    }

    @Test
    void countsPerItemAreTheOracles() {
        Recording recording = Recording.of(Fixtures.path("lzzt/lzzt-clinical-data.xml"));
        Map<String, Long> counts =
                recording.items().collect(Collectors.groupingBy(ItemData::oid, Collectors.counting()));
        JsonNode perItem = expected().get("item_data_per_item");
        assertThat(counts).hasSize(perItem.size());
        perItem.properties()
                .forEach(e -> assertThat(counts)
                        .containsEntry(e.getKey(), e.getValue().asLong()));
        assertThat(recording.adminData.getFirst().locations()).hasSize(19);
        assertThat(recording.adminData.getFirst().users()).hasSize(37);
    }

    private static String line(
            StudyBuild build,
            SubjectData subject,
            StudyEventData event,
            FormData form,
            ItemGroupData group,
            ItemData item) {
        return String.join(
                        "|",
                        subject.subjectKey(),
                        event.oid(),
                        event.repeatKey().orElse(""),
                        form.oid(),
                        form.repeatKey().orElse(""),
                        group.oid(),
                        group.repeatKey().orElse(""),
                        item.oid(),
                        item.unitOid()
                                .flatMap(build::unit)
                                .map(MeasurementUnit::name)
                                .orElse(""),
                        item.value().orElse(""))
                + "\n";
    }

    private static JsonNode expected() {
        return JsonMapper.shared().readTree(Fixtures.path("lzzt/expected.json").toFile());
    }

    private static String sha256(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }
}

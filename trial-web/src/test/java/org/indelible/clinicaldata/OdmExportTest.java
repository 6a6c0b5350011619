package org.indelible.clinicaldata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.indelible.Api;
import org.indelible.DemoPortalTest;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.testing.Fixtures;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.clinicaldata.Annotation;
import org.indelible.protocols.clinicaldata.ClinicalDataHandler;
import org.indelible.protocols.clinicaldata.FileHeader;
import org.indelible.protocols.clinicaldata.FormData;
import org.indelible.protocols.clinicaldata.ItemData;
import org.indelible.protocols.clinicaldata.OdmClinicalDataReader;
import org.indelible.protocols.clinicaldata.SubjectData;
import org.indelible.protocols.odm.Diagnostic;
import org.indelible.protocols.odm.OdmMetadataReader;
import org.indelible.protocols.odm.SchemaValidation;
import org.indelible.protocols.odm.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The demo trial's data as ODM, read back as anybody would read it. */
@DemoPortalTest
class OdmExportTest {
    private static final String TRIAL = "/api/v1/trials/de300000-0000-4000-8000-000000000301";
    private static final String SIZE = "600";

    @LocalServerPort
    private int port;

    @Autowired
    private LedgerStore ledgers;

    @ParameterizedTest
    @CsvSource({"1.3.2, odm-1.3.2/ODM1-3-2.xsd", "2.0, odm-2.0/ODM.xsd"})
    @Requirement({"R02", "R08", "R11", "R32", "R43"})
    void theFileIsValidAndItsValuesAreThoseOfTheCasebooks(String version, String schema) throws Exception {
        Api inspector = signIn("inspector");
        HttpResponse<String> answer = inspector.get(TRIAL + "/clinical-data?version=" + version + "&asOf=" + SIZE);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        byte[] file = answer.body().getBytes(StandardCharsets.UTF_8);

        assertThat(SchemaValidation.against(path(schema)).validate(new ByteArrayInputStream(file)))
                .isEmpty();
        Read read = Read.of(file);
        assertThat(read.diagnostics).noneMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
        assertThat(lines(read)).isNotEmpty().containsExactlyInAnyOrderElementsOf(casebooks(inspector));
        assertThat(read.items()).allSatisfy(item -> {
            assertThat(item.auditRecord().orElseThrow().userOid()).isPresent();
            assertThat(item.auditRecord().orElseThrow().sourceId()).isPresent();
        });
        assertThat(read.items())
                .anySatisfy(item -> assertThat(item.auditRecord().orElseThrow().reasonForChange())
                        .isPresent());
        assertThat(read.subjects.stream().mapToLong(SubjectData::signatures).sum())
                .isPositive();
        assertThat(answer.body()).contains(version.equals("2.0") ? "<Query OID=" : ">query-state<");

        String checkpoint = answer.headers().firstValue("Indelible-Checkpoint").orElseThrow();
        String[] sizeAndRoot = checkpoint.split(" ");
        assertThat(read.header.orElseThrow().fileOid().orElseThrow())
                .endsWith("/" + SIZE + "/" + sizeAndRoot[0] + "/" + sizeAndRoot[1]);
        assertThat(recorded("inspector"))
                .anySatisfy(event -> assertThat(event)
                        .contains("\"evt\":\"data-exported\"")
                        .contains("\"what\":\"clinical-data\"")
                        .contains("\"checkpointSize\":" + sizeAndRoot[0]));
    }

    @Test
    @Requirement({"R53", "R68"})
    void aMonitorTakesOutNeitherAllocationNorIdentity() throws Exception {
        byte[] file = signIn("monitor").get(TRIAL + "/clinical-data").body().getBytes(StandardCharsets.UTF_8);
        Read read = Read.of(file);
        StudyBuild build = OdmMetadataReader.read(new ByteArrayInputStream(file), "export")
                .build()
                .orElseThrow();
        Predicate<ItemDef> hidden = item -> item.identifying() || item.blinding();
        Set<String> oids =
                build.items().stream().filter(hidden).map(ItemDef::oid).collect(Collectors.toSet());
        List<ItemData> withheld =
                read.items().filter(item -> oids.contains(item.oid())).toList();

        assertThat(withheld)
                .extracting(item -> build.item(item.oid()).orElseThrow().blinding())
                .contains(true, false);
        assertThat(withheld).allSatisfy(item -> {
            assertThat(item.value()).isEmpty();
            assertThat(item.marks().annotations())
                    .flatExtracting(Annotation::flags)
                    .extracting(Annotation.Flag::value)
                    .contains("withheld");
        });
    }

    @Test
    void aSiteTakesOutItsOwnParticipantsOnly() throws Exception {
        Read read = Read.of(
                signIn("coordinator2").get(TRIAL + "/clinical-data").body().getBytes(StandardCharsets.UTF_8));

        assertThat(read.subjects)
                .isNotEmpty()
                .extracting(subject -> subject.locationOid().orElseThrow())
                .containsOnly("702");
    }

    @Test
    void whatIsNotWrittenIsSaid() throws Exception {
        Api inspector = signIn("inspector");

        HttpResponse<String> unknown = inspector.get(TRIAL + "/clinical-data?version=1.2");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("version-not-written").contains("1.3.2 or 2.0");
        HttpResponse<String> early = inspector.get(TRIAL + "/clinical-data?asOf=1");
        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(early.body()).contains("no-study-build");
    }

    private Api signIn(String account) throws IOException, InterruptedException {
        return Api.signIn("http://localhost:" + port, account, DemoPortalTest.PASSWORD);
    }

    /** Every value as the API tells it. */
    private static List<String> casebooks(Api api) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        for (JsonNode participant :
                api.json(TRIAL + "/participants?asOf=" + SIZE).get("participants")) {
            String key = participant.get("key").asString();
            JsonNode casebook = api.json(TRIAL + "/participants/" + key + "?asOf=" + SIZE);
            for (JsonNode event : casebook.get("studyEvents")) {
                for (JsonNode form : event.get("forms")) {
                    for (JsonNode group : form.get("itemGroups")) {
                        for (JsonNode item : group.get("items")) {
                            lines.add(String.join(
                                    "|",
                                    key,
                                    place(event),
                                    place(form),
                                    place(group),
                                    text(item, "oid"),
                                    text(item, "value")));
                        }
                    }
                }
            }
        }
        return lines;
    }

    private static String place(JsonNode node) {
        return text(node, "oid") + "[" + text(node, "repeatKey") + "]";
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    private static List<String> lines(Read read) {
        return read.subjects.stream()
                .flatMap(subject -> subject.studyEvents().stream()
                        .flatMap(event -> event.forms().stream()
                                .flatMap(form -> lines(form)
                                        .map(line -> String.join(
                                                "|",
                                                subject.subjectKey(),
                                                event.oid() + "["
                                                        + event.repeatKey().orElse("") + "]",
                                                line)))))
                .toList();
    }

    private static Stream<String> lines(FormData form) {
        return form.itemGroups().stream()
                .flatMap(group -> group.items().stream()
                        .map(item -> String.join(
                                "|",
                                form.oid() + "[" + form.repeatKey().orElse("") + "]",
                                group.oid() + "[" + group.repeatKey().orElse("") + "]",
                                item.oid(),
                                item.value().orElse(""))));
    }

    private static Path path(String schema) {
        return Fixtures.path("odm/schema/" + schema);
    }

    private List<String> recorded(String account) {
        return ledgers.readStream("account:" + account, 0)
                .map(entry ->
                        new String(Base64.getUrlDecoder().decode(entry.sealed().payload()), StandardCharsets.UTF_8))
                .toList();
    }

    private static final class Read implements ClinicalDataHandler {
        private final List<SubjectData> subjects = new ArrayList<>();
        private final List<Diagnostic> diagnostics = new ArrayList<>();
        private Optional<FileHeader> header = Optional.empty();

        static Read of(byte[] file) {
            Read read = new Read();
            OdmClinicalDataReader.read(new ByteArrayInputStream(file), read);
            return read;
        }

        Stream<ItemData> items() {
            return subjects.stream()
                    .flatMap(subject -> subject.studyEvents().stream())
                    .flatMap(event -> event.forms().stream())
                    .flatMap(form -> form.itemGroups().stream())
                    .flatMap(group -> group.items().stream());
        }

        @Override
        public void file(FileHeader file) {
            header = Optional.of(file);
        }

        @Override
        public void subject(SubjectData subject) {
            subjects.add(subject);
        }

        @Override
        public void diagnostic(Diagnostic diagnostic) {
            diagnostics.add(diagnostic);
        }
    }
}

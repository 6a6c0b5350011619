package org.indelible.clinicaldata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.indelible.Api;
import org.indelible.TemporaryHome;
import org.indelible.TestAccounts;
import org.indelible.anchoring.testing.Fixtures;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.authority.Role;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.clinicaldata.ClinicalDataHandler;
import org.indelible.protocols.clinicaldata.ItemData;
import org.indelible.protocols.clinicaldata.OdmClinicalDataReader;
import org.indelible.protocols.clinicaldata.SubjectData;
import org.indelible.protocols.odm.Diagnostic;
import org.indelible.protocols.odm.OdmMetadataReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.json.JsonMapper;

/** Twenty participants of a real trial go in as ODM and come out as datasets. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "indelible.demo=false")
@ContextConfiguration(initializers = TemporaryHome.class)
@Import(TestAccounts.class)
class LzztDatasetsExportTest {
    @TempDir
    Path directory;

    @LocalServerPort
    private int port;

    @Autowired
    private TestAccounts accounts;

    @Test
    @Requirement("R43")
    void everyValueOfTheSourceIsInTheDatasetsOnceAndNoOther() throws Exception {
        accounts.create("datasets.builder", Role.STUDY_BUILDER);
        accounts.create("datasets.manager", Role.DATA_MANAGER);
        String base = "http://localhost:" + port;
        HttpResponse<String> registered = Api.signIn(base, "datasets.builder", TestAccounts.PASSWORD)
                .post("/api/v1/trials?kind=test", BodyPublishers.ofFile(lzzt("lzzt-protocol-v1.xml")));
        String trial = "/api/v1/trials/"
                + JsonMapper.shared().readTree(registered.body()).get("trial").asString();
        Api manager = Api.signIn(base, "datasets.manager", TestAccounts.PASSWORD);
        HttpResponse<String> accepted = manager.post(
                trial + "/clinical-data?purpose=migration", BodyPublishers.ofFile(lzzt("lzzt-clinical-data-20.xml")));
        manager.awaitJob(accepted.headers().firstValue("Location").orElseThrow());

        Source source = Source.read();
        for (String format : List.of("json", "ndjson")) {
            DatasetZip zip = DatasetZip.read(
                    manager.download(trial + "/datasets?format=" + format, directory.resolve("datasets.zip"))
                            .body());
            zip.assertValid();
            assertThat(zip.lines()).isEqualTo(source.values.stream().sorted().toList());
            assertThat(zip.datasets().stream()
                            .filter(dataset -> dataset.get("records").asInt() > 0)
                            .collect(Collectors.toMap(
                                    dataset -> dataset.get("itemGroupOID").asString(),
                                    dataset -> dataset.get("records").asLong())))
                    .isEqualTo(source.groups.stream()
                            .collect(Collectors.groupingBy(group -> group, Collectors.counting())));
        }
    }

    private static Path lzzt(String name) {
        return Fixtures.path("lzzt/" + name);
    }

    private static final class Source implements ClinicalDataHandler {
        private final List<String> values = new ArrayList<>();
        private final List<String> groups = new ArrayList<>();
        private final StudyBuild build;

        private Source(StudyBuild build) {
            this.build = build;
        }

        static Source read() throws Exception {
            try (InputStream protocol = Files.newInputStream(lzzt("lzzt-protocol-v1.xml"));
                    InputStream data = Files.newInputStream(lzzt("lzzt-clinical-data-20.xml"))) {
                Source source = new Source(
                        OdmMetadataReader.read(protocol, "lzzt").build().orElseThrow());
                OdmClinicalDataReader.read(data, source);
                return source;
            }
        }

        @Override
        public void subject(SubjectData subject) {
            subject.studyEvents()
                    .forEach(event -> event.forms()
                            .forEach(form -> form.itemGroups().forEach(group -> {
                                groups.add(group.oid());
                                group.items()
                                        .forEach(item -> values.add(String.join(
                                                "|",
                                                subject.subjectKey(),
                                                event.oid(),
                                                event.repeatKey().orElse(""),
                                                form.oid(),
                                                form.repeatKey().orElse(""),
                                                group.oid(),
                                                group.repeatKey().orElse(""),
                                                item.oid(),
                                                unit(item),
                                                item.value().orElseThrow())));
                            })));
        }

        private String unit(ItemData item) {
            return item.unitOid()
                    .flatMap(build::unit)
                    .map(unit -> unit.label("en"))
                    .orElse("");
        }

        @Override
        public void diagnostic(Diagnostic diagnostic) {
            throw new AssertionError(diagnostic);
        }
    }
}

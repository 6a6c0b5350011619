package org.indelible.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.indelible.Api;
import org.indelible.TemporaryHome;
import org.indelible.TestAccounts;
import org.indelible.anchoring.testing.Fixtures;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.authority.Role;
import org.indelible.protocols.clinicaldata.AdminData;
import org.indelible.protocols.clinicaldata.ClinicalDataHandler;
import org.indelible.protocols.clinicaldata.FileHeader;
import org.indelible.protocols.clinicaldata.OdmClinicalDataReader;
import org.indelible.protocols.clinicaldata.SubjectData;
import org.indelible.protocols.odm.Diagnostic;
import org.indelible.protocols.odm.OdmMetadataReader;
import org.indelible.protocols.write.OdmClinicalDataWriter;
import org.indelible.protocols.write.OdmMetadataWriter;
import org.indelible.protocols.write.OdmVersion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A trial is registered from USDM and from ODM 2.0, and data in ODM 2.0 arrive as the same data in ODM 1.3.2 do. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "indelible.demo=false")
@ContextConfiguration(initializers = TemporaryHome.class)
@Import(TestAccounts.class)
@Requirement("R46")
class DefinitionsByApiTest {
    private static final FileHeader HEADER = new FileHeader(
            FileHeader.FileType.SNAPSHOT,
            Optional.of("F"),
            Optional.empty(),
            Optional.of("2026-01-01T00:00:00Z"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    @LocalServerPort
    private int port;

    @Autowired
    private @Nullable TestAccounts accounts;

    @Test
    void definitionsInJsonAndInOdm2RegisterTrialsAndDataInOdm2AreTheSameData() throws Exception {
        Objects.requireNonNull(accounts).create("definitions.builder", Role.STUDY_BUILDER);
        Objects.requireNonNull(accounts).create("definitions.manager", Role.DATA_MANAGER);
        String base = "http://localhost:" + port;
        Api builder = Api.signIn(base, "definitions.builder", TestAccounts.PASSWORD);
        Api manager = Api.signIn(base, "definitions.manager", TestAccounts.PASSWORD);

        HttpResponse<String> usdm = register(builder, Files.readAllBytes(fixture("usdm/v4/CDISC_Pilot_Study.json")));
        assertThat(usdm.statusCode()).as(usdm.body()).isEqualTo(201);
        assertThat(usdm.body()).contains("activity-without-concept");

        byte[] metadata = Files.readAllBytes(fixture("lzzt/lzzt-protocol-v1.xml"));
        List<CasebookDigest> digests = new ArrayList<>();
        for (OdmVersion version : OdmVersion.values()) {
            HttpResponse<String> registered = register(builder, study(metadata, version));
            assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
            String trial =
                    JsonMapper.shared().readTree(registered.body()).get("trial").asString();
            HttpResponse<String> accepted = manager.post(
                    "/api/v1/trials/" + trial + "/clinical-data?purpose=migration",
                    BodyPublishers.ofByteArray(data(version)));
            assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
            JsonNode job =
                    manager.awaitJob(accepted.headers().firstValue("Location").orElseThrow());
            assertThat(job.get("state").asString())
                    .as(() -> job.get("findings").toString())
                    .isEqualTo("done");
            digests.add(CasebookDigest.of(manager, trial, ""));
        }
        assertThat(digests.getFirst().count()).isPositive();
        assertThat(digests.getLast().count()).isEqualTo(digests.getFirst().count());
        assertThat(digests.getLast().sha256()).isEqualTo(digests.getFirst().sha256());
    }

    private static Path fixture(String name) {
        return Fixtures.path(name);
    }

    private static HttpResponse<String> register(Api builder, byte[] definition) throws Exception {
        return builder.post("/api/v1/trials?kind=test", BodyPublishers.ofByteArray(definition));
    }

    private static byte[] study(byte[] metadata, OdmVersion version) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OdmMetadataWriter.write(
                OdmMetadataReader.read(new ByteArrayInputStream(metadata), "lzzt")
                        .build()
                        .orElseThrow(),
                version,
                HEADER,
                out);
        return out.toByteArray();
    }

    /** Two participants of the trial, written anew. */
    private static byte[] data(OdmVersion version) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (InputStream in = Files.newInputStream(fixture("lzzt/lzzt-clinical-data-20.xml"));
                OdmClinicalDataWriter writer = new OdmClinicalDataWriter(out, version, HEADER)) {
            OdmClinicalDataReader.read(in, new ClinicalDataHandler() {
                private int subjects;

                @Override
                public void adminData(AdminData adminData) {
                    written(() -> writer.adminData(adminData));
                }

                @Override
                public void subject(SubjectData subject) {
                    if (subjects++ < 2) {
                        written(() -> writer.subject(subject));
                    }
                }

                @Override
                public void diagnostic(Diagnostic diagnostic) {
                    throw new AssertionError(diagnostic);
                }
            });
        }
        return out.toByteArray();
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static void written(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

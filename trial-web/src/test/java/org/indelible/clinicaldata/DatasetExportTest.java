package org.indelible.clinicaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.indelible.Api;
import org.indelible.DemoPortalTest;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.odm.OdmMetadataReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import tools.jackson.databind.JsonNode;

/** The demo trial's data as Dataset-JSON, held against its casebooks. */
@DemoPortalTest
class DatasetExportTest {
    private static final String TRIAL = "/api/v1/trials/de300000-0000-4000-8000-000000000301";

    @Autowired
    private MockMvc mvc;

    @TempDir
    Path directory;

    @LocalServerPort
    private int port;

    @Autowired
    private LedgerStore ledgers;

    @ParameterizedTest
    @CsvSource({"json, 600", "ndjson, 600", "json, 300"})
    @Requirement({"R08", "R11", "R43"})
    void datasetsAreValidAndTheirValuesAreThoseOfTheCasebooks(String format, String size) throws Exception {
        Api inspector = signIn("inspector");
        HttpResponse<Path> answer = take(inspector, "?format=" + format + "&asOf=" + size);
        DatasetZip zip = DatasetZip.read(answer.body());

        zip.assertValid();
        Casebooks casebooks = Casebooks.of(inspector, "?asOf=" + size);
        assertThat(casebooks.values).isNotEmpty();
        assertThat(zip.lines()).isEqualTo(casebooks.values.stream().sorted().toList());
        assertThat(zip.datasets().stream()
                        .mapToInt(dataset -> dataset.get("rows").size())
                        .sum())
                .isEqualTo(casebooks.instances);

        String[] sizeAndRoot = answer.headers()
                .firstValue("Indelible-Checkpoint")
                .orElseThrow()
                .split(" ");
        assertThat(zip.datasets())
                .allSatisfy(dataset -> assertThat(dataset.get("fileOID").asString())
                        .endsWith("/" + size + "/" + sizeAndRoot[0] + "/" + sizeAndRoot[1] + "/"
                                + dataset.get("name").asString()));
        assertThat(zip.files().getOrDefault("checkpoint", "").lines()).contains(sizeAndRoot[0], sizeAndRoot[1]);
        assertThat(zip.files().get("define.xml")).contains("DefineVersion=\"2.1.0\"");
        assertThat(recorded("inspector"))
                .anySatisfy(event -> assertThat(event)
                        .contains("\"evt\":\"data-exported\"")
                        .contains("\"what\":\"datasets\"")
                        .contains("\"checkpointSize\":" + sizeAndRoot[0]));
    }

    @Test
    @Requirement({"R53", "R68"})
    void aMonitorTakesOutNeitherAllocationNorIdentity() throws Exception {
        Api monitor = signIn("monitor");
        byte[] odm = monitor.get(TRIAL + "/clinical-data").body().getBytes(StandardCharsets.UTF_8);
        StudyBuild build = OdmMetadataReader.read(new ByteArrayInputStream(odm), "export")
                .build()
                .orElseThrow();
        Set<String> hidden = build.items().stream()
                .filter(item -> item.identifying() || item.blinding())
                .map(ItemDef::oid)
                .collect(Collectors.toSet());
        List<String> withheld = new ArrayList<>();
        for (JsonNode dataset : DatasetZip.read(take(monitor, "").body()).datasets()) {
            for (JsonNode column : DatasetZip.variables(dataset)) {
                String name = column.get("name").asString();
                if (hidden.contains(column.get("itemOID").asString())) {
                    for (Map<String, String> row : DatasetZip.rows(dataset)) {
                        assertThat(row).doesNotContainKeys(name, name + "U");
                        if (row.getOrDefault("NOVALUE", "").contains(name + "=withheld")) {
                            withheld.add(column.get("itemOID").asString());
                        }
                    }
                }
            }
        }

        assertThat(withheld)
                .extracting(oid -> build.item(oid).orElseThrow().blinding())
                .contains(true, false);
    }

    @Test
    void aSiteTakesOutItsOwnParticipantsOnly() throws Exception {
        DatasetZip zip = DatasetZip.read(take(signIn("coordinator2"), "").body());

        assertThat(zip.datasets().stream()
                        .flatMap(dataset -> DatasetZip.rows(dataset).stream())
                        .map(row -> row.get("SITEID")))
                .isNotEmpty()
                .containsOnly("702");
    }

    @Test
    void whatIsNotWrittenIsSaid() throws Exception {
        Api inspector = signIn("inspector");

        HttpResponse<String> unknown = inspector.get(TRIAL + "/datasets?format=xpt");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("format-not-written").contains("json or ndjson");
        HttpResponse<String> early = inspector.get(TRIAL + "/datasets?asOf=1");
        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(early.body()).contains("no-study-build");
    }

    @Test
    void thePageOfExportsOffersBothRepresentations() throws Exception {
        MvcResult signedIn = mvc.perform(formLogin("/sign-in").user("inspector").password(DemoPortalTest.PASSWORD))
                .andReturn();
        MockHttpSession session =
                (MockHttpSession) Objects.requireNonNull(signedIn.getRequest().getSession());
        String page = TRIAL.substring("/api/v1".length());

        mvc.perform(get(page + "/exports").session(session))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(page + "/datasets?format=json\"")))
                .andExpect(content().string(containsString(page + "/datasets?format=ndjson\"")));
        mvc.perform(get(page + "/datasets?format=ndjson").session(session))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/zip"));
    }

    private Api signIn(String account) throws IOException, InterruptedException {
        return Api.signIn("http://localhost:" + port, account, DemoPortalTest.PASSWORD);
    }

    private HttpResponse<Path> take(Api api, String query) throws IOException, InterruptedException {
        HttpResponse<Path> answer = api.download(TRIAL + "/datasets" + query, directory.resolve("datasets.zip"));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    private List<String> recorded(String account) {
        return ledgers.readStream("account:" + account, 0)
                .map(entry ->
                        new String(Base64.getUrlDecoder().decode(entry.sealed().payload()), StandardCharsets.UTF_8))
                .toList();
    }

    /** Every value as the API tells it, and how many item group instances hold something. */
    private static final class Casebooks {
        private final List<String> values = new ArrayList<>();
        private int instances;

        static Casebooks of(Api api, String query) throws IOException, InterruptedException {
            Casebooks casebooks = new Casebooks();
            for (JsonNode participant :
                    api.json(TRIAL + "/participants" + query).get("participants")) {
                String key = participant.get("key").asString();
                for (JsonNode event :
                        api.json(TRIAL + "/participants/" + key + query).get("studyEvents")) {
                    for (JsonNode form : event.get("forms")) {
                        for (JsonNode group : form.get("itemGroups")) {
                            casebooks.add(String.join("|", key, place(event), place(form), place(group)), group);
                        }
                    }
                }
            }
            return casebooks;
        }

        private void add(String place, JsonNode group) {
            if (group.path("inactivated").asBoolean(false) || group.get("items").isEmpty()) {
                return;
            }
            instances++;
            for (JsonNode item : group.get("items")) {
                if (item.hasNonNull("value") && !item.path("inactivated").asBoolean(false)) {
                    values.add(String.join("|", place, text(item, "oid"), text(item, "unit"), text(item, "value")));
                }
            }
        }

        private static String place(JsonNode node) {
            return text(node, "oid") + "|" + text(node, "repeatKey");
        }

        private static String text(JsonNode node, String field) {
            return node.path(field).asString("");
        }
    }
}

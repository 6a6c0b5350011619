package org.indelible.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.ZoneOffset;
import java.util.Base64;
import org.indelible.Api;
import org.indelible.TemporaryHome;
import org.indelible.TestAccounts;
import org.indelible.anchoring.testing.Fixtures;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.authority.Role;
import org.indelible.commands.Acting;
import org.indelible.commands.Commands;
import org.indelible.security.SignIn;
import org.indelible.shared.SiteId;
import org.indelible.shared.SiteKey;
import org.indelible.shared.TrialId;
import org.indelible.site.SiteCommand.OpenSite;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What files of other systems leave out or say of their own, as it comes to rest. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "indelible.demo=false")
@ContextConfiguration(initializers = TemporaryHome.class)
@Import(TestAccounts.class)
@Requirement({"R44", "R46"})
class FilesOfOthersTest {
    private static final Path FILE = Fixtures.path("odm/redcap/redcap_basic_100subj.xml");

    private static final String ENTERED_BY_A_COORDINATOR = """
            <?xml version="1.0" encoding="UTF-8"?>
            <ODM xmlns="http://www.cdisc.org/ns/odm/v1.3" ODMVersion="1.3.2" FileType="Snapshot" FileOID="F.1"
                 CreationDateTime="2026-11-22T10:00:00Z" Originator="Another EDC">
            <AdminData StudyOID="ST.LZZT"><Location OID="LOC.1" Name="One" LocationType="Site"/></AdminData>
            <ClinicalData StudyOID="ST.LZZT" MetaDataVersionOID="MDV.LZZT.1">
            <SubjectData SubjectKey="P-1"><SiteRef LocationOID="LOC.1"/>
            <StudyEventData StudyEventOID="SE.SCR1">
            <FormData FormOID="F.VS">
            <AuditRecord><UserRef UserOID="USR.CRC"/><LocationRef LocationOID="LOC.1"/>
            <DateTimeStamp>2015-06-01T08:49:40+00:00</DateTimeStamp></AuditRecord>
            <ItemGroupData ItemGroupOID="IG.VS.HDR"><ItemData ItemOID="I.VS.VSDAT" Value="2013-12-26"/></ItemGroupData>
            </FormData></StudyEventData></SubjectData></ClinicalData></ODM>
            """;

    @LocalServerPort
    private int port;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Commands commands;

    /** REDCap writes no site. */
    @Test
    void participantsWithoutASiteGoToTheOneThatIsNamed() throws Exception {
        accounts.create("siteless.builder", Role.STUDY_BUILDER);
        accounts.create("siteless.manager", Role.DATA_MANAGER);
        String base = "http://localhost:" + port;
        String trial = register(Api.signIn(base, "siteless.builder", TestAccounts.PASSWORD));
        Api manager = Api.signIn(base, "siteless.manager", TestAccounts.PASSWORD);

        JsonNode unnamed = bringIn(manager, trial, "");
        assertThat(unnamed.get("counts").get("refused").asInt()).isEqualTo(100);
        assertThat(unnamed.get("findings").toString()).contains("site-missing", "site= in the API");
        assertThat(participants(manager, trial)).isEmpty();

        HttpResponse<String> notOpen = send(manager, trial, "&site=S-1");
        assertThat(notOpen.statusCode()).isEqualTo(422);
        assertThat(notOpen.body()).contains("site-not-opened", "Open the site first");
        assertThat(send(manager, trial, "&site=%20").body()).contains("malformed-key");

        open(new SiteId(new TrialId(trial), new SiteKey("S-1")));
        assertThat(send(manager, trial, "&site=S-2").statusCode()).isEqualTo(422);
        JsonNode named = bringIn(manager, trial, "&site=S-1");
        assertThat(named.get("state").asString()).isEqualTo("done");
        assertThat(named.get("counts").path("refused").asInt()).isZero();
        assertThat(named.get("counts").get("site-as-named").asInt()).isEqualTo(100);
        assertThat(participants(manager, trial))
                .hasSize(100)
                .allSatisfy(participant ->
                        assertThat(participant.get("site").asString()).isEqualTo("S-1"));

        assertThat(bringIn(manager, trial, "&site=S-1")
                        .get("counts")
                        .get("unchanged")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void whatTwoPersonsAgreeOnIsTheFileAndNoSiteBesideIt() throws Exception {
        accounts.create("agreed.builder", Role.STUDY_BUILDER);
        accounts.create("agreed.manager", Role.DATA_MANAGER);
        String base = "http://localhost:" + port;
        String trial = register(Api.signIn(base, "agreed.builder", TestAccounts.PASSWORD), FILE, "production");
        Api manager = Api.signIn(base, "agreed.manager", TestAccounts.PASSWORD);

        HttpResponse<String> beside = send(manager, trial, "&site=S-1");
        assertThat(beside.statusCode()).isEqualTo(422);
        assertThat(beside.body()).contains("site-not-agreed", "SiteRef");
    }

    @Test
    @Requirement("R16")
    void theAuditTrailNamesWhoEnteredItAtTheSource() throws Exception {
        accounts.create("originator.builder", Role.STUDY_BUILDER);
        accounts.create("originator.manager", Role.DATA_MANAGER);
        String base = "http://localhost:" + port;
        Api manager = Api.signIn(base, "originator.manager", TestAccounts.PASSWORD);
        String trial = register(
                Api.signIn(base, "originator.builder", TestAccounts.PASSWORD),
                Fixtures.path("lzzt/lzzt-protocol-v1.xml"),
                "test");
        byte[] file = ENTERED_BY_A_COORDINATOR.getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> accepted = manager.post(
                "/api/v1/trials/" + trial + "/clinical-data?purpose=migration", BodyPublishers.ofByteArray(file));
        manager.awaitJob(accepted.headers().firstValue("Location").orElseThrow());

        String trail = manager.get("/api/v1/trials/" + trial + "/participants/P-1/audit-trail")
                .body();
        JsonNode first = trail.lines()
                .map(JsonMapper.shared()::readTree)
                .filter(row -> row.path("item").asString("").equals("I.VS.VSDAT"))
                .findFirst()
                .orElseThrow();
        assertThat(first.get("who").asString()).isEqualTo("import");
        assertThat(first.get("originator").asString()).isEqualTo("USR.CRC");
        assertThat(first.get("originatorKind").asString()).isEqualTo("person");
        assertThat(first.get("sourceFile").asString())
                .isEqualTo(Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(MessageDigest.getInstance("SHA-256").digest(file)));
        assertThat(first.get("sourceRow").asString()).startsWith("8:");
    }

    private static String register(Api builder) throws Exception {
        return register(builder, FILE, "test");
    }

    private static String register(Api builder, Path metadata, String kind) throws Exception {
        HttpResponse<String> registered = builder.post("/api/v1/trials?kind=" + kind, BodyPublishers.ofFile(metadata));
        assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
        return JsonMapper.shared().readTree(registered.body()).get("trial").asString();
    }

    private void open(SiteId site) {
        commands.send(
                new OpenSite(site, "First site", "AT", ZoneOffset.UTC),
                Acting.byApi(signIn.withPassword("siteless.manager", TestAccounts.PASSWORD)
                        .actor()));
    }

    private static Iterable<JsonNode> participants(Api manager, String trial) throws Exception {
        return manager.json("/api/v1/trials/" + trial + "/participants").get("participants");
    }

    private static JsonNode bringIn(Api manager, String trial, String site) throws Exception {
        HttpResponse<String> accepted = send(manager, trial, site);
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        return manager.awaitJob(accepted.headers().firstValue("Location").orElseThrow());
    }

    private static HttpResponse<String> send(Api manager, String trial, String site) throws Exception {
        return manager.post(
                "/api/v1/trials/" + trial + "/clinical-data?purpose=migration" + site, BodyPublishers.ofFile(FILE));
    }
}

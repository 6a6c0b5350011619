package org.indelible.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.indelible.Api;
import org.indelible.TemporaryHome;
import org.indelible.TestAccounts;
import org.indelible.account.AccountCommand.RecordIdentityProof;
import org.indelible.anchoring.testing.Fixtures;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.authority.AmendmentApplication;
import org.indelible.authority.EthicsApproval;
import org.indelible.authority.Role;
import org.indelible.authors.PlatformAuthor;
import org.indelible.casebook.FormRef;
import org.indelible.casebook.GroupRef;
import org.indelible.casebook.ItemContent;
import org.indelible.casebook.ItemEntry;
import org.indelible.casebook.LifecycleCommand.AdoptBuild;
import org.indelible.casebook.LifecycleCommand.RecordConsent;
import org.indelible.casebook.RecordingCommand.RecordItems;
import org.indelible.casebook.RepeatKey;
import org.indelible.casebook.ReviewCommand.RaiseQuery;
import org.indelible.casebook.ShownEntry;
import org.indelible.casebook.SigningCommand.SignForm;
import org.indelible.casebook.Version;
import org.indelible.casebook.VisitCommand.MigrateForm;
import org.indelible.casebook.VisitRef;
import org.indelible.commands.Acting;
import org.indelible.commands.Commands;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.AsOfResolver;
import org.indelible.readmodel.Visibility;
import org.indelible.readmodel.amendment.Behind;
import org.indelible.readmodel.amendment.SiteAmendments;
import org.indelible.readmodel.casebook.CasebookQueries;
import org.indelible.readmodel.casebook.FormView;
import org.indelible.readmodel.trial.TrialQueries;
import org.indelible.readmodel.worklist.WorkItem;
import org.indelible.readmodel.worklist.WorkListQueries;
import org.indelible.security.Reauthentication;
import org.indelible.security.SignIn;
import org.indelible.security.SignedInPerson;
import org.indelible.shared.AccountId;
import org.indelible.shared.BuildHash;
import org.indelible.shared.CasebookId;
import org.indelible.shared.ConsentVersion;
import org.indelible.shared.DocumentHash;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.EntryHash;
import org.indelible.shared.ParticipantKey;
import org.indelible.shared.ProtocolVersion;
import org.indelible.shared.Reason;
import org.indelible.shared.SaveId;
import org.indelible.shared.SignatureMeaning;
import org.indelible.shared.SiteId;
import org.indelible.shared.SiteKey;
import org.indelible.shared.TrainingVersion;
import org.indelible.shared.TrialId;
import org.indelible.site.SiteCommand.ActivateBuild;
import org.indelible.site.SiteCommand.NamePrincipalInvestigator;
import org.indelible.site.SiteCommand.RecordEthicsApproval;
import org.indelible.site.SiteCommand.RecordTraining;
import org.indelible.trial.TrialCommand.OpenTrial;
import org.indelible.trial.TrialCommand.PublishConsentForm;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real trial with its data is amended: one site comes under the amendment, another works on as before, and nothing is lost. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "indelible.demo=false")
@ContextConfiguration(initializers = TemporaryHome.class)
@Import(TestAccounts.class)
class LzztAmendmentTest {
    private static final ProtocolVersion FIRST = new ProtocolVersion("1");
    private static final ProtocolVersion SECOND = new ProtocolVersion("2");
    private static final ConsentVersion ICF_1 = new ConsentVersion("ICF 1");
    private static final ConsentVersion ICF_2 = new ConsentVersion("ICF 2");
    private static final String AT_701 = "01-701-1015";
    private static final String AT_702 = "01-702-1082";
    private static final FormRef SIGNED = adverseEvent("1");
    private static final FormRef UNSIGNED = adverseEvent("2");
    private static final Path DATA = Fixtures.path("lzzt/lzzt-clinical-data-20.xml");
    private static final JsonMapper JSON = JsonMapper.shared();

    @LocalServerPort
    private int port;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Commands commands;

    @Autowired
    private PlatformAuthor platform;

    @Autowired
    private Reauthentication reauthentication;

    @Autowired
    private TrialQueries trials;

    @Autowired
    private CasebookQueries casebooks;

    @Autowired
    private SiteAmendments siteAmendments;

    @Autowired
    private WorkListQueries work;

    @Autowired
    private AsOfResolver points;

    @Autowired
    private Clock clock;

    @Test
    @Requirement({"R48", "R59", "R60", "R61"})
    void aTrialIsAmendedSiteBySite() throws Exception {
        SignedInPerson builder = person("amend.builder", Role.STUDY_BUILDER);
        SignedInPerson monitor = person("amend.monitor", Role.MONITOR);
        accounts.create("amend.manager", Role.DATA_MANAGER);
        String base = "http://localhost:" + port;
        Api building = Api.signIn(base, "amend.builder", TestAccounts.PASSWORD);
        Api managing = Api.signIn(base, "amend.manager", TestAccounts.PASSWORD);

        TrialId trial = new TrialId(JSON.readTree(building.post(
                                "/api/v1/trials?kind=test",
                                BodyPublishers.ofFile(Fixtures.path("lzzt/lzzt-protocol-v1.xml")))
                        .body())
                .get("trial")
                .asString());
        HttpResponse<String> accepted = managing.post(
                "/api/v1/trials/" + trial + "/clinical-data?purpose=migration", BodyPublishers.ofFile(DATA));
        assertThat(managing.awaitJob(accepted.headers().firstValue("Location").orElseThrow())
                        .get("state")
                        .asString())
                .isEqualTo("done");
        BuildHash first = new BuildHash(trials.builds(now(trial)).getLast().hash());

        send(builder, new PublishConsentForm(trial, ICF_1, FIRST, Optional.empty(), false));
        send(builder, new OpenTrial(trial));
        SignedInPerson investigator = investigator(trial, "LOC.701");
        SignedInPerson elsewhere = investigator(trial, "LOC.702");
        for (String site : List.of("LOC.701", "LOC.702")) {
            AccountId leading = site.equals("LOC.701") ? investigator.account() : elsewhere.account();
            send(builder, new NamePrincipalInvestigator(site(trial, site), leading, today()));
            approve(monitor, site(trial, site), FIRST, ICF_1);
            send(monitor, new RecordTraining(site(trial, site), leading, new TrainingVersion("GCP"), today()));
            send(monitor, new ActivateBuild(site(trial, site), first, AmendmentApplication.PROSPECTIVE));
        }
        sign(investigator, trial);
        send(
                monitor,
                new RaiseQuery(
                        casebook(trial, AT_701),
                        new org.indelible.casebook.QueryId("q-1"),
                        UNSIGNED,
                        Optional.empty(),
                        "Which?"));

        JsonNode amendment = submit(building, trial);
        assertThat(changes(amendment)).hasSize(9).contains("Removed item \"AESOD\" (I.AE.AESOD) from IG.AE.SER.");
        JsonNode impact = amendment.get("impact");
        int adverseEvents = counted("<FormData FormOID=\"F.AE\"");
        int vitalSigns = counted("<FormData FormOID=\"F.VS\"");
        int removed = counted("<ItemData ItemOID=\"I.AE.AESOD\"");
        assertThat(impact.get("underway").asInt()).isEqualTo(20);
        assertThat(impact.get("participants").asInt()).isEqualTo(20);
        assertThat(impact.get("forms").asInt()).isEqualTo(adverseEvents + vitalSigns);
        assertThat(impact.get("values").asInt())
                .isEqualTo(removed
                        + counted("<ItemData ItemOID=\"I.VS.SYSBP\"")
                        + counted("<ItemData ItemOID=\"I.AE.AEREL\"")
                        + counted("<ItemData ItemOID=\"I.AE.AESER\""));
        assertThat(impact.get("orphanedValues").asInt()).isEqualTo(removed);
        assertThat(impact.get("signatures").asInt()).isEqualTo(1);
        assertThat(impact.get("openQueries").asInt()).isEqualTo(1);
        assertThat(change(amendment, "I.AE.AEACN").get("forms").asInt())
                .isEqualTo(counted("<ItemGroupData ItemGroupOID=\"IG.AE.MAIN\""));
        assertThat(change(amendment, "I.AE.AESOD").get("values").asInt()).isEqualTo(removed);
        assertThat(change(amendment, "CL.REL").get("values").asInt())
                .isEqualTo(counted("<ItemData ItemOID=\"I.AE.AEREL\" Value=\"2\""));

        assertThat(decide(building, amendment, "{\"confirmation\":\"3\"}").statusCode())
                .isEqualTo(422);
        assertThat(decide(building, amendment, approval("wrong")).body()).contains("authentication-failed");
        assertThat(trials.builds(now(trial))).hasSize(1);
        HttpResponse<String> approved = decide(building, amendment, approval(TestAccounts.PASSWORD));
        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
        BuildHash second = new BuildHash(trials.builds(now(trial)).getLast().hash());

        approve(monitor, site(trial, "LOC.701"), SECOND, ICF_2);
        send(monitor, new ActivateBuild(site(trial, "LOC.701"), second, AmendmentApplication.RETROSPECTIVE));
        refused(
                "ethics-approval-missing",
                monitor,
                new ActivateBuild(site(trial, "LOC.702"), second, AmendmentApplication.RETROSPECTIVE));

        assertThat(work.counts(now(trial), Visibility.pseudonymous(), today()))
                .containsKey(WorkItem.Kind.RECONSENT_DUE);
        refused("reconsent-required", investigator, new AdoptBuild(casebook(trial, AT_701)));
        send(
                investigator,
                new RecordConsent(
                        casebook(trial, AT_701),
                        ICF_2,
                        clock.instant().minusSeconds(60).atOffset(ZoneOffset.UTC),
                        investigator.account()));
        Behind behind = behind(trial, "LOC.701", AT_701);
        assertThat(behind.mayAdopt()).isTrue();
        assertThat(behind.signed()).hasSize(1);
        send(investigator, new AdoptBuild(casebook(trial, AT_701)));
        refused("form-signed", investigator, new MigrateForm(casebook(trial, AT_701), SIGNED, Optional.empty()));
        send(investigator, new MigrateForm(casebook(trial, AT_701), UNSIGNED, Optional.empty()));

        JsonNode casebook = managing.json("/api/v1/trials/" + trial + "/participants/" + AT_701);
        assertThat(item(casebook, "2", "I.AE.AESOD").get("value").asString()).isEqualTo("N");
        assertThat(item(casebook, "2", "I.AE.AESOD").path("orphaned").asBoolean())
                .isTrue();
        assertThat(item(casebook, "1", "I.AE.AESOD").has("orphaned")).isFalse();
        FormView untouched = form(trial, AT_701, SIGNED);
        assertThat(untouched.signatures()).singleElement().matches(signature -> signature.holds());
        assertThat(untouched.build()).contains(first.value());
        assertThat(form(trial, AT_701, UNSIGNED).build()).contains(second.value());

        refused(
                "nothing-to-migrate",
                elsewhere,
                new MigrateForm(casebook(trial, AT_702), VisitRef.of("SE.SCR1").form("F.VS"), Optional.empty()));
        send(elsewhere, correction(trial));
        assertThat(casebooks
                        .casebook(now(trial), Visibility.pseudonymous(), AT_702)
                        .orElseThrow()
                        .participant()
                        .build())
                .contains(first.value());
        assertThat(form(trial, AT_702, VisitRef.of("SE.SCR1").form("F.VS")).build())
                .contains(first.value());
    }

    /** How often the data that were brought in say it. */
    private static int counted(String start) throws IOException {
        String data = Files.readString(DATA);
        int count = 0;
        for (int at = data.indexOf(start); at >= 0; at = data.indexOf(start, at + 1)) {
            count++;
        }
        return count;
    }

    private SignedInPerson person(String name, Role role) {
        accounts.create(name, role);
        return signIn.withPassword(name, TestAccounts.PASSWORD);
    }

    private SignedInPerson investigator(TrialId trial, String site) {
        String name = "amend.investigator." + site.toLowerCase(java.util.Locale.ROOT);
        accounts.create(name, Role.INVESTIGATOR, trial, new SiteKey(site));
        commands.send(
                new RecordIdentityProof(new AccountId(name), "passport", Optional.empty()),
                Acting.byApi(platform.actor()));
        return signIn.withPassword(name, TestAccounts.PASSWORD);
    }

    private void send(SignedInPerson person, Object command) {
        commands.sendAndShow(command, Acting.byApi(person.actor()));
    }

    private void refused(String code, SignedInPerson person, Object command) {
        assertThatThrownBy(() -> send(person, command))
                .isInstanceOfSatisfying(
                        DomainRefusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private void approve(SignedInPerson by, SiteId site, ProtocolVersion version, ConsentVersion consent) {
        send(
                by,
                new RecordEthicsApproval(
                        site,
                        new EthicsApproval(
                                "Ethics committee",
                                new DocumentHash("A".repeat(43)),
                                List.of(version),
                                List.of(consent),
                                today().minusDays(30),
                                Optional.empty())));
    }

    private void sign(SignedInPerson investigator, TrialId trial) {
        send(
                investigator,
                new SignForm(
                        casebook(trial, AT_701),
                        SIGNED,
                        SignatureMeaning.APPROVAL,
                        reauthentication.proveWithBoth(investigator, investigator.username(), TestAccounts.PASSWORD),
                        List.of(new ShownEntry(new EntryHash("A".repeat(43)), List.of())),
                        new Version(1_000_000)));
    }

    private static RecordItems correction(TrialId trial) {
        return new RecordItems(
                casebook(trial, AT_702),
                VisitRef.of("SE.SCR1").form("F.VS"),
                List.of(new ItemEntry(
                        new GroupRef("IG.VS.BP", new RepeatKey("1")).item("I.VS.SYSBP"),
                        ItemContent.value("141"),
                        Optional.empty(),
                        Optional.empty())),
                new SaveId("correction"),
                Optional.of(Reason.of("Misread from the source")),
                Optional.empty());
    }

    private static JsonNode submit(Api builder, TrialId trial) throws Exception {
        HttpResponse<String> submitted = builder.post(
                "/api/v1/trials/" + trial + "/protocol-versions?consentForm=ICF%202&reconsent=true",
                BodyPublishers.ofFile(Fixtures.path("lzzt/lzzt-protocol-v2.xml")));
        assertThat(submitted.statusCode()).as(submitted.body()).isEqualTo(201);
        JsonNode amendment = JSON.readTree(submitted.body());
        assertThat(submitted.headers().firstValue("Location"))
                .contains("/api/v1/trials/" + trial + "/amendments/"
                        + amendment.get("amendment").asString());
        assertThat(amendment.get("protocolVersion").asString()).isEqualTo("2");
        return amendment;
    }

    private static HttpResponse<String> decide(Api api, JsonNode amendment, String body) throws Exception {
        return api.postJson(
                "/api/v1/trials/" + amendment.get("trial").asString() + "/amendments/"
                        + amendment.get("amendment").asString() + "/approval",
                body);
    }

    private static String approval(String password) {
        return JSON.createObjectNode()
                .put("confirmation", "2")
                .put("username", "amend.builder")
                .put("password", password)
                .toString();
    }

    private static List<String> changes(JsonNode amendment) {
        List<String> words = new ArrayList<>();
        amendment.get("diff").forEach(change -> words.add(change.get("words").asString()));
        return words;
    }

    private static JsonNode change(JsonNode amendment, String oid) {
        return StreamSupport.stream(amendment.get("diff").spliterator(), false)
                .filter(change -> change.get("oid").asString().equals(oid))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode item(JsonNode casebook, String line, String oid) {
        return StreamSupport.stream(casebook.get("studyEvents").spliterator(), false)
                .flatMap(event -> StreamSupport.stream(event.get("forms").spliterator(), false))
                .filter(form -> form.get("oid").asString().equals("F.AE")
                        && form.path("repeatKey").asString("").equals(line))
                .flatMap(form -> StreamSupport.stream(form.get("itemGroups").spliterator(), false))
                .flatMap(group -> StreamSupport.stream(group.get("items").spliterator(), false))
                .filter(item -> item.get("oid").asString().equals(oid))
                .findFirst()
                .orElseThrow();
    }

    private Behind behind(TrialId trial, String site, String participant) {
        AsOf now = now(trial);
        return siteAmendments.behind(now, site, siteAmendments.active(now, site).orElseThrow()).stream()
                .filter(row -> row.participant().equals(participant))
                .findFirst()
                .orElseThrow();
    }

    private FormView form(TrialId trial, String participant, FormRef form) {
        return casebooks
                .form(
                        now(trial),
                        Visibility.pseudonymous(),
                        participant,
                        new org.indelible.readmodel.DataPoint.FormPoint(
                                form.eventOid(), key(form.eventKey()), form.formOid(), key(form.formKey())))
                .orElseThrow();
    }

    private static Optional<String> key(RepeatKey key) {
        return key.value().isEmpty() ? Optional.empty() : Optional.of(key.value());
    }

    private AsOf now(TrialId trial) {
        return points.now(trial.value());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static FormRef adverseEvent(String line) {
        return new VisitRef("SE.LOG", new RepeatKey("1")).form("F.AE", new RepeatKey(line));
    }

    private static SiteId site(TrialId trial, String key) {
        return new SiteId(trial, new SiteKey(key));
    }

    private static CasebookId casebook(TrialId trial, String participant) {
        return new CasebookId(trial, new ParticipantKey(participant));
    }
}

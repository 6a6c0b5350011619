package org.indelible.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.indelible.Api;
import org.indelible.CommandSamples;
import org.indelible.DemoPortalTest;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.ledger.StoredEntry;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.casebook.CasebookCommand;
import org.indelible.casebook.FormRef;
import org.indelible.casebook.ItemContent;
import org.indelible.casebook.ItemEntry;
import org.indelible.casebook.ItemRef;
import org.indelible.casebook.LifecycleEvent.IdentityRecorded;
import org.indelible.casebook.RepeatKey;
import org.indelible.casebook.Version;
import org.indelible.casebook.VisitRef;
import org.indelible.commands.Acting;
import org.indelible.commands.Commands;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.AsOfResolver;
import org.indelible.readmodel.ReadModelProgress;
import org.indelible.readmodel.Visibility;
import org.indelible.readmodel.casebook.CasebookQueries;
import org.indelible.readmodel.casebook.CasebookView;
import org.indelible.readmodel.casebook.ItemView;
import org.indelible.shared.AuthenticationEvidence;
import org.indelible.shared.AuthenticationMethod;
import org.indelible.shared.CasebookId;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.ParticipantKey;
import org.indelible.shared.Reason;
import org.indelible.shared.ReasonCategory;
import org.indelible.shared.SiteKey;
import org.indelible.shared.TrialId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Whoever is not of the site changes nothing the site entered, by whatever path, and never learns who the participants are. */
@DemoPortalTest
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SiteDataBelongsToSiteTest {
    private static final String TRIAL = "de300000-0000-4000-8000-000000000301";
    private static final String FORM = "F.VS";
    private static final String VISIT = "SE.WK4";

    /** Pages are posted to for this one, commands are sent for the next; what a role may do, such as locking, does not get in the way. */
    private static final String BY_PAGE = "702-001";

    private static final String BY_COMMAND = "702-004";
    private static final List<String> OUTSIDERS =
            List.of("monitor", "datamanager", "builder", "statistician", "inspector", "admin", "participant");

    /** What to send is for the site alone, whoever may ask for the route. */
    private static final Set<String> OF_THE_SITE =
            Set.of("/form", "/visit", "/inactivate", "/sign", "/participants/new");

    private static final List<String> ACTS = List.of(
            "consent",
            "screen",
            "fail-screening",
            "enrol",
            "discontinue",
            "withdraw-consent",
            "withdraw",
            "complete",
            "authorise-unlock",
            "unlock",
            "lock",
            "ethics-approval",
            "activate-build",
            "delegate",
            "training");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Commands commands;

    @Autowired
    private CasebookQueries casebooks;

    @Autowired
    private AsOfResolver points;

    @Autowired
    private LedgerStore ledgers;

    @Autowired
    private EventStore events;

    @Autowired
    private ReadModelProgress progress;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private final Map<String, SignedInPerson> people = new HashMap<>();

    @BeforeAll
    void signEverybodyIn() {
        OUTSIDERS.forEach(account -> people.put(account, signIn.withPassword(account, DemoPortalTest.PASSWORD)));
    }

    private SignedInPerson person(String account) {
        return Objects.requireNonNull(people.get(account));
    }

    @Test
    @Requirement({"R21", "R44"})
    void noPageChangesASitesValue() throws Exception {
        Map<String, String> parameters = parameters(BY_PAGE);
        Map<String, String> before = siteData();
        for (String account : OUTSIDERS) {
            for (RouteRules.Rule rule : RouteRules.ALL) {
                if (posts(rule)) {
                    post(account, rule, parameters);
                }
            }
        }
        assertThat(siteData()).isEqualTo(before);
    }

    private static boolean posts(RouteRules.Rule rule) {
        boolean ofTrials =
                rule.pattern().startsWith("/trials/{trial}") || rule.pattern().startsWith("/api/v1/trials/");
        return ofTrials && !rule.method().equals(Optional.of(HttpMethod.GET));
    }

    private void post(String account, RouteRules.Rule rule, Map<String, String> parameters) throws Exception {
        boolean ofTheSite = OF_THE_SITE.stream().anyMatch(rule.pattern()::endsWith);
        for (String path : paths(rule.pattern(), BY_PAGE)) {
            long attempts = attempts();
            MockHttpServletRequestBuilder sent = request(rule.method().orElse(HttpMethod.POST), path)
                    .with(authentication(new SignedInToken(person(account))))
                    .with(csrf());
            parameters.forEach(sent::param);
            int status = mvc.perform(sent).andReturn().getResponse().getStatus();
            if (ofTheSite) {
                assertThat(attempts())
                        .as("%s POST %s (%s) is recorded", account, path, status)
                        .isEqualTo(attempts + 1);
            }
        }
    }

    @Test
    @Requirement({"R21", "R44"})
    void noCommandChangesASitesValue() {
        ItemView item = item(BY_COMMAND);
        ItemRef ref = ref(BY_COMMAND, item);
        Map<String, String> before = siteData();
        for (String account : OUTSIDERS) {
            SignedInPerson person = person(account);
            CommandSamples samples = new CommandSamples(Map.of(
                    CasebookId.class,
                    casebook(BY_COMMAND),
                    SiteKey.class,
                    new SiteKey("702"),
                    FormRef.class,
                    VisitRef.of(VISIT).form(FORM),
                    VisitRef.class,
                    VisitRef.of(VISIT),
                    ItemRef.class,
                    ref,
                    ItemEntry.class,
                    new ItemEntry(
                            ref,
                            ItemContent.value("999"),
                            Optional.of(new Reason(ReasonCategory.OTHER, "because I say so")),
                            Optional.of(new Version(item.seq()))),
                    Version.class,
                    new Version(item.seq()),
                    AuthenticationEvidence.class,
                    evidence(person)));
            for (Object command : samples.of(CasebookCommand.class)) {
                send(command, person);
            }
        }
        assertThat(siteData()).isEqualTo(before);
    }

    private void send(Object command, SignedInPerson person) {
        long attempts = attempts();
        try {
            commands.send(command, Acting.byApi(person.actor()));
        } catch (DomainRefusal refusal) {
            assertThat(attempts())
                    .as("%s as %s: %s", command.getClass().getSimpleName(), person.role(), refusal)
                    .isEqualTo(refusal.isForbidden() ? attempts + 1 : attempts);
        }
    }

    @Test
    @Requirement({"R21", "R44"})
    void noImportChangesASitesValue() throws Exception {
        Map<String, String> before = siteData();
        for (String account : OUTSIDERS) {
            Api api = Api.signIn("http://localhost:" + port, account, DemoPortalTest.PASSWORD);
            for (String purpose : List.of("site", "transfer", "migration")) {
                // By contract a data manager migrates data into a trial of kind test, which the demo is.
                if (!(account.equals("datamanager") && purpose.equals("migration"))) {
                    bringIn(api, account, purpose);
                }
            }
        }
        assertThat(siteData()).isEqualTo(before);
    }

    private void bringIn(Api api, String account, String purpose) throws Exception {
        long attempts = attempts();
        var answer = api.post(
                "/api/v1/trials/" + TRIAL + "/clinical-data?purpose=" + purpose, BodyPublishers.ofString(file()));
        if (answer.statusCode() == 202) {
            String report = api.awaitJob(answer.headers().firstValue("Location").orElseThrow())
                    .toString();
            assertThat(report).as("%s %s", account, purpose).doesNotContain("\"corrected\":1");
        } else {
            assertThat(answer.statusCode()).as(account + " " + purpose).isEqualTo(403);
            assertThat(attempts()).as("%s %s is recorded", account, purpose).isEqualTo(attempts + 1);
        }
    }

    @Test
    @Requirement({"R68", "R54"})
    void nobodyOutsideTheSiteSeesWhoAParticipantIs() throws Exception {
        Set<String> identity = identity();
        assertThat(identity).hasSizeGreaterThan(10);
        for (String account : List.of("monitor", "datamanager", "builder", "statistician", "inspector", "admin")) {
            for (String path : readable(account)) {
                MockHttpServletResponse answer = mvc.perform(
                                get(path).with(authentication(new SignedInToken(person(account)))))
                        .andReturn()
                        .getResponse();
                String shown = answer.getContentAsString(StandardCharsets.UTF_8);
                assertThat(identity)
                        .as("%s GET %s (%s)", account, path, answer.getStatus())
                        .noneMatch(shown::contains);
            }
        }
    }

    @Test
    @Requirement("R68")
    void noEntryHoldsInClearWhoAParticipantIs() {
        Set<String> identity = identity();
        try (Stream<StoredEntry> entries = ledgers.streamLedger(TRIAL, 0, ledgers.ledgerSize(TRIAL))) {
            entries.forEach(entry -> {
                String payload =
                        new String(Base64.getUrlDecoder().decode(entry.sealed().payload()), StandardCharsets.UTF_8);
                assertThat(identity).as("entry %s", entry.leafIndex()).noneMatch(payload::contains);
            });
        }
        List<String> stored = jdbc.sql("select t::text from ledger.entry t where ledger = :trial")
                .param("trial", TRIAL)
                .query(String.class)
                .list();
        assertThat(stored).isNotEmpty().allSatisfy(row -> assertThat(identity).noneMatch(row::contains));
    }

    /** Names, birth dates and numbers of every participant. */
    private Set<String> identity() {
        Set<String> identity = new HashSet<>();
        for (String key : participants()) {
            events.readEvents(casebook(key).stream().toString()).asStream().forEach(message -> {
                if (message.getPayload() instanceof IdentityRecorded recorded) {
                    recorded.fullName().present().flatMap(name -> name).ifPresent(name -> {
                        identity.add(name);
                        identity.add(name.substring(name.lastIndexOf(' ') + 1));
                    });
                    recorded.birthDate().present().flatMap(day -> day).ifPresent(identity::add);
                }
            });
        }
        // Shorter names would be found in fingerprints by chance.
        identity.removeIf(text -> text.length() < 5);
        return identity;
    }

    /** Every route there is to read; for one of them every form and every entry of a casebook too. */
    private List<String> readable(String account) {
        List<String> paths = new ArrayList<>();
        for (RouteRules.Rule rule : RouteRules.ALL) {
            boolean reading = rule.method().map(HttpMethod.GET::equals).orElse(true)
                    && rule.roles().isPresent();
            if (reading && !rule.pattern().contains("verification/")) {
                paths.addAll(paths(rule.pattern(), "701-003"));
            }
        }
        if (!account.equals("monitor")) {
            return paths;
        }
        String casebook = "/trials/" + TRIAL + "/participants/701-003";
        for (var visit : view("701-003").events()) {
            for (var form : visit.forms()) {
                paths.add(casebook + "/form?event=" + visit.oid() + "&form=" + form.oid() + "&eventKey="
                        + visit.key().orElse("") + "&formKey=" + form.key().orElse(""));
            }
        }
        try (Stream<StoredEntry> own =
                ledgers.readStream(casebook("701-003").stream().toString(), 0)) {
            own.forEach(entry -> paths.add("/trials/" + TRIAL + "/ledger/entries/" + entry.leafIndex()));
        }
        return paths;
    }

    private static List<String> paths(String pattern, String participant) {
        String path = pattern.replace("{trial}", TRIAL)
                .replace("{participant}", participant)
                .replace("{key}", participant)
                .replace("{site}", "702")
                .replace("{ledger}", TRIAL)
                .replace("{account}", "coordinator2")
                .replace("/**", "/0/000");
        return path.contains("{act}")
                ? ACTS.stream().map(act -> path.replace("{act}", act)).toList()
                : List.of(path.replaceAll("\\{[^}]*}", "1"));
    }

    /** Everything that any page's form sends, about one systolic pressure. */
    private Map<String, String> parameters(String participant) {
        ItemView item = item(participant);
        ItemRef ref = ref(participant, item);
        Map<String, String> all = new LinkedHashMap<>(Map.of(
                "event",
                VISIT,
                "form",
                FORM,
                "f0.group",
                ref.groupOid(),
                "f0.key",
                ref.groupKey().value(),
                "f0.item",
                ref.itemOid(),
                "f0.seq",
                Long.toString(item.seq()),
                "f0.was",
                item.value().text().flatMap(text -> text.present()).orElseThrow(),
                "f0.value",
                "999",
                "f0.category",
                "TRANSCRIPTION_ERROR",
                "f0.reason",
                "by hand"));
        all.putAll(Map.of(
                "what", ref.groupOid() + '\t' + ref.groupKey().value() + '\t' + ref.itemOid(),
                "category", "TRANSCRIPTION_ERROR",
                "reason", "by hand",
                "on", "2026-11-20",
                "at", "10:00",
                "confirm", participant,
                "seen", "99999",
                "meaning", "REVIEW",
                "password", DemoPortalTest.PASSWORD));
        all.putAll(Map.of("key", "702-099", "participantKey", "702-099", "site", "702", "version", "1.0"));
        return all;
    }

    private AuthenticationEvidence evidence(SignedInPerson person) {
        return new AuthenticationEvidence(
                person.account(),
                person.signIn(),
                AuthenticationMethod.PASSWORD,
                java.time.Instant.now(),
                2,
                true,
                Optional.empty());
    }

    private CasebookView view(String participant) {
        AsOf now = points.now(TRIAL);
        return casebooks.casebook(now, Visibility.pseudonymous(), participant).orElseThrow();
    }

    private ItemView item(String participant) {
        return view(participant).events().stream()
                .filter(visit -> visit.oid().equals(VISIT))
                .flatMap(visit -> visit.forms().stream())
                .filter(form -> form.oid().equals(FORM))
                .flatMap(form -> form.groups().stream())
                .flatMap(group -> group.items().stream())
                .filter(item -> item.oid().equals("I.VS.WEIGHT"))
                .findFirst()
                .orElseThrow();
    }

    private ItemRef ref(String participant, ItemView item) {
        return view(participant).events().stream()
                .flatMap(visit -> visit.forms().stream())
                .filter(form -> form.oid().equals(FORM))
                .flatMap(form -> form.groups().stream())
                .filter(group -> group.items().contains(item))
                .findFirst()
                .map(group -> new ItemRef(group.oid(), new RepeatKey(group.key().orElse("")), item.oid()))
                .orElseThrow();
    }

    private String file() {
        ItemRef ref = ref(BY_COMMAND, item(BY_COMMAND));
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <ODM xmlns="http://www.cdisc.org/ns/odm/v1.3" ODMVersion="1.3.2" FileType="Transactional"
                     FileOID="by-hand" CreationDateTime="2026-11-22T10:00:00Z">
                  <ClinicalData StudyOID="ST.HORIZON" MetaDataVersionOID="MDV.HORIZON.1">
                    <SubjectData SubjectKey="%s" TransactionType="Update">
                      <StudyEventData StudyEventOID="%s"><FormData FormOID="%s"><ItemGroupData ItemGroupOID="%s">
                        <ItemData ItemOID="%s" Value="999"/>
                      </ItemGroupData></FormData></StudyEventData>
                    </SubjectData>
                  </ClinicalData>
                </ODM>
                """.formatted(BY_COMMAND, VISIT, FORM, ref.groupOid(), ref.itemOid());
    }

    private static CasebookId casebook(String participant) {
        return new CasebookId(new TrialId(TRIAL), new ParticipantKey(participant));
    }

    private List<String> participants() {
        return jdbc.sql("select participant from read.participant where trial = :trial")
                .param("trial", TRIAL)
                .query(String.class)
                .list();
    }

    /** What sites entered, table by table. */
    private Map<String, String> siteData() {
        caughtUp();
        return Stream.of("item", "form_change", "visit", "consent", "signature")
                .collect(Collectors.toMap(
                        table -> table,
                        table -> jdbc.sql("select string_agg(t::text, '|' order by t::text) from read." + table
                                        + " t where trial = :trial")
                                .param("trial", TRIAL)
                                .query(String.class)
                                .single()));
    }

    private long attempts() {
        caughtUp();
        return jdbc.sql("select count(*) from read.forbidden_attempt")
                .query(Long.class)
                .single();
    }

    private void caughtUp() {
        assertThat(progress.await(ledgers.headPosition(), Duration.ofMinutes(1)))
                .isTrue();
    }
}

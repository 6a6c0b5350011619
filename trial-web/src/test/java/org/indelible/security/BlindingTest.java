package org.indelible.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.indelible.Api;
import org.indelible.TemporaryHome;
import org.indelible.TestAccounts;
import org.indelible.anchoring.testing.Fixtures;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.authority.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.server.PathContainer;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real trial whose treatment and dose unblind: a blinded monitor finds no arm, in no page, file or message, and not by what there is of it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "indelible.demo=false")
@ContextConfiguration(initializers = TemporaryHome.class)
@Import(TestAccounts.class)
@AutoConfigureMockMvc
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Requirement({"R30", "R53"})
class BlindingTest {
    private static final List<String> SECRETS = List.of("PLACEBO", "XANOMELINE");
    private static final Set<String> UNBLINDING = Set.of("I.EX.EXTRT", "I.EX.EXDOSE");

    /** What could be answered is no secret; what was is. */
    private static final Set<String> DEFINITIONS = Set.of("builds", "blank-forms", "amendments", "designs");

    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"]*)\"");
    private static final Pattern DEFINITION = Pattern.compile("<MetaDataVersion.*?</MetaDataVersion>", Pattern.DOTALL);
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{16,}");

    @LocalServerPort
    private int port;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private SignIn signIn;

    @TempDir
    private Path directory;

    private String trial = "";
    private Map<String, List<String>> arms = Map.of();

    @BeforeAll
    void migrate() throws Exception {
        accounts.create("blinding.builder", Role.STUDY_BUILDER);
        accounts.create("blinding.manager", Role.DATA_MANAGER);
        accounts.create("blinding.monitor", Role.MONITOR);
        accounts.create("blinding.unblinded", Role.UNBLINDED_MONITOR);
        HttpResponse<String> registered =
                api("builder").post("/api/v1/trials?kind=test", BodyPublishers.ofString(protocol()));
        assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
        trial = JsonMapper.shared().readTree(registered.body()).get("trial").asString();
        Api manager = api("manager");
        HttpResponse<String> accepted = manager.post(
                "/api/v1/trials/" + trial + "/clinical-data?purpose=migration",
                BodyPublishers.ofFile(Fixtures.path("lzzt/lzzt-clinical-data-20.xml")));
        manager.awaitJob(accepted.headers().firstValue("Location").orElseThrow());
        arms = arms();
    }

    /** Version 1 with the two items marked. */
    private static String protocol() throws IOException {
        String marked = Files.readString(Fixtures.path("lzzt/lzzt-protocol-v1.xml"));
        for (String item : UNBLINDING) {
            int definition = marked.indexOf("<ItemDef OID=\"" + item + '"');
            int end = marked.indexOf("</ItemDef>", definition);
            marked = marked.substring(0, end) + "<Alias Context=\"indelible\" Name=\"blinding\"/>"
                    + marked.substring(end);
        }
        return marked;
    }

    private Api api(String who) throws IOException, InterruptedException {
        return Api.signIn("http://localhost:" + port, "blinding." + who, TestAccounts.PASSWORD);
    }

    /** Participants by the highest dose they had, as somebody sees it who may. */
    private Map<String, List<String>> arms() throws Exception {
        Api unblinded = api("unblinded");
        Map<String, List<String>> found = new TreeMap<>();
        for (String participant : participants(unblinded)) {
            exposure(unblinded, participant).stream()
                    .filter(item -> item.get("oid").asString().equals("I.EX.EXDOSE"))
                    .map(item -> item.get("value").asInt())
                    .max(Integer::compare)
                    .ifPresent(dose -> found.computeIfAbsent(dose.toString(), any -> new ArrayList<>())
                            .add(participant));
        }
        return found;
    }

    private List<String> participants(Api api) throws IOException, InterruptedException {
        List<String> keys = new ArrayList<>();
        api.json("/api/v1/trials/" + trial + "/participants")
                .get("participants")
                .forEach(participant -> keys.add(participant.get("key").asString()));
        return keys;
    }

    private List<JsonNode> exposure(Api api, String participant) throws IOException, InterruptedException {
        List<JsonNode> items = new ArrayList<>();
        for (JsonNode visit : api.json("/api/v1/trials/" + trial + "/participants/" + participant)
                .get("studyEvents")) {
            visit.get("forms")
                    .forEach(form -> form.get("itemGroups")
                            .forEach(group -> group.get("items").forEach(item -> {
                                if (group.get("oid").asString().equals("IG.EX")) {
                                    items.add(item);
                                }
                            })));
        }
        return items;
    }

    @Test
    void theThreeArmsAreThereForWhoMaySeeThem() {
        assertThat(arms.keySet()).containsExactly("0", "54", "81");
    }

    @Test
    void noPageNoErrorAndNoLogTellsTheArm(CapturedOutput output) throws Exception {
        SignedInPerson monitor = signIn.withPassword("blinding.monitor", TestAccounts.PASSWORD);
        Set<String> opened = crawl(monitor);
        assertThat(opened)
                .contains("/trials/{trial}/participants/{participant}/form")
                .contains("/trials/{trial}/participants/{participant}/history")
                .contains("/trials/{trial}/audit", "/trials/{trial}/ledger/entries/{number}", "/trials/{trial}/search");
        for (String participant : chosen()) {
            for (String wrong : List.of(
                    "/form?event=SE.BASE&form=F.EX&eventKey=no-such", "/history?item=I.EX.EXTRT", "/form?form=F.EX")) {
                page(monitor, "/trials/" + trial + "/participants/" + participant + wrong);
            }
            MockHttpServletResponse refused = mvc.perform(
                            post("/trials/" + trial + "/participants/" + participant + "/form")
                                    .param("event", "SE.BASE")
                                    .param("form", "F.EX")
                                    .param("f0.group", "IG.EX")
                                    .param("f0.item", "I.EX.EXTRT")
                                    .param("f0.value", "0")
                                    .with(authentication(new SignedInToken(monitor)))
                                    .with(csrf()))
                    .andReturn()
                    .getResponse();
            withoutSecrets("a refused change", refused.getContentAsString(StandardCharsets.UTF_8));
        }
        withoutSecrets("the log", output.getAll());
    }

    /** One of each page of participants of each arm, and each form that tells what they were given; the patterns of all. */
    private Set<String> crawl(SignedInPerson monitor) throws Exception {
        Deque<String> waiting = new ArrayDeque<>(List.of("/", "/trials/" + trial + "/search?q=701"));
        Set<String> met = new HashSet<>();
        Set<String> patterns = new TreeSet<>();
        chosen().forEach(participant -> waiting.add("/trials/" + trial + "/participants/" + participant));
        while (!waiting.isEmpty()) {
            String path = waiting.poll();
            Optional<String> pattern = pattern(path);
            if (pattern.isPresent() && isOfChosen(path) && met.add(kind(pattern.get(), path))) {
                patterns.add(pattern.get());
                Matcher link = LINK.matcher(page(monitor, path));
                while (link.find()) {
                    waiting.add(HtmlUtils.htmlUnescape(link.group(1)));
                }
            }
        }
        assertThat(met).as("forms that tell what was given").anyMatch(kind -> kind.contains("form=F.EX"));
        return patterns;
    }

    private List<String> chosen() {
        return arms.values().stream().map(List::getFirst).toList();
    }

    private boolean isOfChosen(String path) {
        Matcher participant = Pattern.compile("/participants/([^/?]+)").matcher(path);
        return DEFINITIONS.stream().noneMatch(definition -> path.contains("/" + definition))
                && (!participant.find() || chosen().contains(participant.group(1)));
    }

    /** Pages of the same kind are alike, but for those of the forms in question. */
    private String kind(String pattern, String path) {
        String participant =
                chosen().stream().filter(path::contains).findFirst().orElse("");
        boolean tells = path.contains("form=F.EX") && (pattern.endsWith("/form") || pattern.endsWith("/history"));
        return pattern + ' ' + participant + (tells && !path.contains("asOf") ? path : "");
    }

    private static Optional<String> pattern(String path) {
        PathContainer requested = PathContainer.parsePath(path.replaceAll("\\?.*", ""));
        return RouteRules.ALL.stream()
                .filter(rule -> rule.roles().isPresent())
                .map(RouteRules.Rule::pattern)
                .filter(pattern ->
                        PathPatternParser.defaultInstance.parse(pattern).matches(requested))
                .findFirst();
    }

    private String page(SignedInPerson person, String path) throws Exception {
        int query = path.indexOf('?');
        var request = get(query < 0 ? path : path.substring(0, query));
        if (query >= 0) {
            for (String parameter : path.substring(query + 1).split("&")) {
                String[] parts = (parameter + "=").split("=", 3);
                request.param(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        String shown = mvc.perform(request.with(authentication(new SignedInToken(person))))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        withoutSecrets(path, shown);
        return shown;
    }

    @Test
    void noFileToTakeAwayTellsTheArm() throws Exception {
        Api monitor = api("monitor");
        String base = "/api/v1/trials/" + trial;
        List<String> files = new ArrayList<>(List.of(
                base + "/audit-trail",
                base + "/clinical-data?version=1.3.2",
                base + "/clinical-data?version=2.0",
                base + "/datasets?format=json",
                base + "/datasets?format=ndjson",
                base + "/evidence?profile=full",
                base + "/evidence?profile=blinded",
                base + "/evidence?profile=pseudonymous",
                "/ledgers/" + trial + "/checkpoint",
                "/ledgers/" + trial + "/tile/entries/000"));
        chosen().forEach(participant -> {
            files.add(base + "/participants/" + participant);
            files.add(base + "/participants/" + participant + "/audit-trail");
        });
        Map<Integer, Integer> answers = new HashMap<>();
        for (String file : files) {
            HttpResponse<Path> answer = monitor.download(file, Files.createTempFile(directory, "file", ""));
            answers.merge(answer.statusCode(), 1, Integer::sum);
            if (answer.headers().firstValue("Content-Type").orElse("").contains("zip")) {
                for (Map.Entry<String, String> part : unzipped(answer.body()).entrySet()) {
                    withoutSecrets(file + " " + part.getKey(), part.getValue());
                }
            } else {
                withoutSecrets(file, Files.readString(answer.body(), StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(answers.keySet()).as(answers.toString()).contains(200).isSubsetOf(200, 403);
    }

    private static Map<String, String> unzipped(Path file) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String content = new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1);
                // A study build, likewise.
                if (!content.startsWith("{\"codeLists\"")) {
                    parts.put(entry.getName(), content);
                }
            }
        }
        return parts;
    }

    @Test
    void theArmsDifferInNothingThatABlindedMonitorIsShown() throws Exception {
        Api monitor = api("monitor");
        Map<String, Set<String>> items = new TreeMap<>();
        Map<String, Set<String>> changes = new TreeMap<>();
        for (Map.Entry<String, List<String>> arm : arms.entrySet()) {
            for (String participant : arm.getValue()) {
                exposure(monitor, participant)
                        .forEach(item -> items.computeIfAbsent(arm.getKey(), any -> new TreeSet<>())
                                .add(item.get("oid").asString() + ' ' + shape(item)));
                trail(monitor, participant)
                        .forEach(row -> changes.computeIfAbsent(arm.getKey(), any -> new TreeSet<>())
                                .add(row.get("item").asString() + ' ' + row.path("what") + ' ' + shape(row)));
            }
        }
        assertThat(items).hasSize(3);
        assertThat(new HashSet<>(items.values())).hasSize(1);
        assertThat(changes).hasSize(3);
        assertThat(new HashSet<>(changes.values())).hasSize(1);
        assertThat(items.values())
                .allSatisfy(shapes -> assertThat(shapes)
                        .filteredOn(shape -> UNBLINDING.contains(shape.split(" ", 2)[0]))
                        .hasSize(UNBLINDING.size()));
    }

    private Collection<JsonNode> trail(Api api, String participant) throws IOException, InterruptedException {
        return api.get("/api/v1/trials/" + trial + "/participants/" + participant + "/audit-trail")
                .body()
                .lines()
                .map(JsonMapper.shared()::readTree)
                .filter(row -> UNBLINDING.contains(row.path("item").asString("")))
                .toList();
    }

    /** Names of what there is. */
    private static String shape(JsonNode node) {
        return node.propertyNames().stream().sorted().collect(Collectors.joining(","));
    }

    /** In clear, or in what reads as base64url; the definition in a file says what could be answered. */
    private static void withoutSecrets(String where, String whole) {
        String text = DEFINITION.matcher(whole).replaceAll("");
        assertThat(SECRETS).as(where).noneMatch(text::contains);
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            String decoded = decoded(token.group());
            assertThat(SECRETS).as(where + " decoded").noneMatch(decoded::contains);
        }
    }

    private static String decoded(String token) {
        try {
            return new String(
                    Base64.getUrlDecoder().decode(Objects.requireNonNull(token)), StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException noBase64) {
            return "";
        }
    }
}

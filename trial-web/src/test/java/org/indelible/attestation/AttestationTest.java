package org.indelible.attestation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.indelible.PortalTest;
import org.indelible.TestAccounts;
import org.indelible.anchoring.attest.Stamping;
import org.indelible.anchoring.attest.StoredTimestamp;
import org.indelible.anchoring.attest.TimestampTokens;
import org.indelible.anchoring.attest.Witnessing;
import org.indelible.anchoring.ledger.CheckpointService;
import org.indelible.anchoring.ledger.LogIdentity;
import org.indelible.anchoring.note.SignedNote;
import org.indelible.anchoring.note.VerifierKey;
import org.indelible.anchoring.policy.TrustPolicy;
import org.indelible.anchoring.testing.BadServer;
import org.indelible.anchoring.testing.OpenSsl;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.testing.TestAuthority;
import org.indelible.anchoring.testing.TestWitness;
import org.indelible.authority.Role;
import org.indelible.commands.CommandGate;
import org.indelible.shared.DomainRefusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The portal with two witnesses and a time-stamp authority, one of whom goes away and comes back. */
@PortalTest
@Import(TestAccounts.class)
@Requirement({"R05", "R06"})
class AttestationTest {
    private static final String PLATFORM = "platform";

    @TempDir
    private static Path directory = Path.of("");

    private static @Nullable TestWitness one;
    private static @Nullable TestWitness two;
    private static @Nullable BadServer server;
    private static final TestAuthority AUTHORITY =
            new TestAuthority("Authority", Clock.systemUTC(), Duration.ofDays(365));

    @Autowired
    private @Nullable Witnessing witnessing;

    @Autowired
    private @Nullable Stamping stamping;

    @Autowired
    private @Nullable CheckpointService checkpoints;

    @Autowired
    private @Nullable LogIdentity identity;

    @Autowired
    private @Nullable TrustPolicy policy;

    @Autowired
    private @Nullable TimestampTokens tokens;

    @Autowired
    private @Nullable CommandGate gate;

    @Autowired
    private @Nullable TestAccounts accounts;

    @Autowired
    private @Nullable MockMvc mvc;

    @DynamicPropertySource
    static void configure(DynamicPropertyRegistry registry) throws Exception {
        one = new TestWitness("one", directory, List.of());
        two = new TestWitness("two", directory, List.of());
        server = new BadServer((exchange, request) ->
                BadServer.send(exchange, 200, "application/timestamp-reply", AUTHORITY.answer(request)));
        Path file = Files.writeString(
                directory.resolve("policy"),
                one.policyLine() + two.postQuantumPolicyLine() + "group both all one two\nquorum both\n");
        Path trust = Files.writeString(directory.resolve("trust.pem"), AUTHORITY.rootPem());
        String address = server.uri().toString();
        registry.add("indelible.witness.policy", file::toString);
        registry.add("indelible.witness.alert-after", () -> "0s");
        registry.add("indelible.witness.stop-entry-after", () -> "0s");
        registry.add("indelible.timestamp.interval", () -> "0s");
        registry.add("indelible.timestamp.authorities[0].name", () -> "authority");
        registry.add("indelible.timestamp.authorities[0].url", () -> address);
        registry.add("indelible.timestamp.authorities[0].trust", trust::toString);
    }

    @AfterAll
    static void close() {
        Objects.requireNonNull(one).close();
        Objects.requireNonNull(two).close();
        Objects.requireNonNull(server).close();
    }

    private @Nullable MockHttpSession administrator;
    private @Nullable MockHttpSession inspector;
    private String token = "";

    @BeforeEach
    void tellTheWitnesses() throws Exception {
        administrator = as(Role.ADMINISTRATOR);
        inspector = as(Role.INSPECTOR);
        token = token(Role.INSPECTOR);
        List<VerifierKey> logs = List.of(Objects.requireNonNull(identity).verifierKey(PLATFORM));
        Objects.requireNonNull(one).tellOf(logs);
        Objects.requireNonNull(two).tellOf(logs);
    }

    private void grow() {
        Objects.requireNonNull(accounts).create("p-" + UUID.randomUUID(), Role.MONITOR);
        Objects.requireNonNull(checkpoints).checkpointAll();
    }

    private void pass() {
        Objects.requireNonNull(witnessing).pass();
        witnessing.await();
        Objects.requireNonNull(stamping).pass();
        stamping.await();
    }

    /** A new account that has signed in. */
    private MockHttpSession as(Role role) throws Exception {
        String name = "p-" + UUID.randomUUID();
        Objects.requireNonNull(accounts).create(name, role);
        return (MockHttpSession) Objects.requireNonNull(Objects.requireNonNull(mvc)
                .perform(formLogin("/sign-in").user(name).password(TestAccounts.PASSWORD))
                .andExpect(authenticated())
                .andReturn()
                .getRequest()
                .getSession());
    }

    private String token(Role role) throws Exception {
        String name = "p-" + UUID.randomUUID();
        Objects.requireNonNull(accounts).create(name, role);
        String answer = Objects.requireNonNull(mvc)
                .perform(post("/api/v1/token")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"username\":\"" + name + "\",\"password\":\"" + TestAccounts.PASSWORD + "\"}"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return JsonPath.read(answer, "$.token");
    }

    private boolean servedWithQuorum() throws Exception {
        byte[] served = Objects.requireNonNull(mvc)
                .perform(get("/ledgers/platform/checkpoint").header("Authorization", "Bearer " + token))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        TrustPolicy known = Objects.requireNonNull(policy)
                .forLogs(List.of(Objects.requireNonNull(identity).verifierKey(PLATFORM)));
        return known.judge(SignedNote.parse(served)).quorumMet();
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void thePortalSaysWhoVouchesForWhat() throws Exception {
        grow();
        until(() -> servedWithQuorum() && says("up to date") && !says("not yet"));
        StoredTimestamp stamp =
                Objects.requireNonNull(tokens).latest(PLATFORM, "authority").orElseThrow();
        String stamped = Objects.requireNonNull(checkpoints)
                .at(PLATFORM, stamp.size())
                .orElseThrow()
                .note();
        assertThat(OpenSsl.verifyTimestamp(stamped.getBytes(UTF_8), stamp.token(), AUTHORITY.rootPem(), directory)
                        .accepted())
                .isTrue();

        Objects.requireNonNull(two).stop();
        grow();
        until(() -> says("Witness two has fallen behind"));
        assertThat(servedWithQuorum()).isFalse();
        assertThat(says("not yet")).isTrue();
        Objects.requireNonNull(mvc)
                .perform(get("/accounts").session(Objects.requireNonNull(administrator)))
                .andExpect(content().string(containsString("Witness two has fallen behind")));
        mvc.perform(get("/").session(Objects.requireNonNull(inspector)))
                .andExpect(content().string(not(containsString("has fallen behind"))));
        assertThatThrownBy(() -> Objects.requireNonNull(gate).requireOpen("a save"))
                .isInstanceOf(DomainRefusal.class)
                .hasMessageContaining("data entry stops");

        two.startAgain();
        until(() -> servedWithQuorum() && !says("has fallen behind"));
        assertThatCode(() -> Objects.requireNonNull(gate).requireOpen("a save")).doesNotThrowAnyException();
    }

    /** Who failed a moment ago is asked again in a moment. */
    private void until(Callable<Boolean> reached) throws Exception {
        while (!reached.call()) {
            pass();
        }
    }

    private boolean says(String words) throws Exception {
        return page().andReturn().getResponse().getContentAsString().contains(words);
    }

    private ResultActions page() throws Exception {
        return Objects.requireNonNull(mvc)
                .perform(get("/platform/witnesses").session(Objects.requireNonNull(administrator)))
                .andExpect(status().isOk());
    }
}

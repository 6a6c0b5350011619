package org.indelible.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.unauthenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bouncycastle.util.encoders.Base32;
import org.indelible.TemporaryHome;
import org.indelible.TestAccounts;
import org.indelible.account.AccountCommand.RegisterPasskey;
import org.indelible.account.RegisteredPasskey;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.testing.SoftwarePasskey;
import org.indelible.authority.Role;
import org.indelible.commands.Acting;
import org.indelible.commands.Commands;
import org.indelible.shared.AccountId;
import org.indelible.shared.SecondFactor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A second factor, demanded by role; recovery codes; what is kept of them. */
@SpringBootTest(properties = {"indelible.demo=false", "indelible.second-factor.roles=DATA_MANAGER"})
@ContextConfiguration(initializers = TemporaryHome.class)
@AutoConfigureMockMvc
@Import(TestAccounts.class)
@Requirement("R26")
class SecondFactorTest {
    @Autowired
    private @Nullable MockMvc mvc;

    @Autowired
    private @Nullable TestAccounts accounts;

    @Autowired
    private @Nullable OneTimeCodes codes;

    @Autowired
    private @Nullable JdbcClient jdbc;

    @Autowired
    private @Nullable Clock clock;

    @Autowired
    private @Nullable SignIn signIn;

    @Autowired
    private @Nullable Commands commands;

    private String name = "";

    @BeforeEach
    void createAccount() {
        name = "p-" + UUID.randomUUID();
        Objects.requireNonNull(accounts).create(name, Role.DATA_MANAGER);
    }

    @Test
    void whoseRoleDemandsOneSetsItUpBeforeAnythingElse() throws Exception {
        MockHttpSession session = signedIn();

        mvc().perform(get("/trials").session(session)).andExpect(redirectedUrl("/security/codes"));
        mvc().perform(get("/security/codes/qr").session(session))
                .andExpect(status().isOk())
                .andExpect(content().contentType(MediaType.IMAGE_PNG));
        token("").andExpect(status().isForbidden()).andExpect(content().string(containsString("second-factor-needed")));
        mvc().perform(post("/security/codes")
                        .with(csrf())
                        .session(session)
                        .param("password", TestAccounts.PASSWORD)
                        .param("code", "000000"))
                .andExpect(content().string(containsString("not the code of this moment")));
        setUp(session);
        mvc().perform(get("/trials").session(session)).andExpect(status().isOk());
    }

    @Test
    void afterThePasswordTheCodeIsAskedForAndCountsOnce() throws Exception {
        setUp(signedIn());
        MockHttpSession session = passwordGiven();
        mvc().perform(get("/sign-in/code").session(session)).andExpect(status().isOk());
        mvc().perform(get("/trials").session(session)).andExpect(redirectedUrl("/sign-in"));

        enterCode(session, "123").andExpect(unauthenticated()).andExpect(redirectedUrl("/sign-in/code?refused"));
        // The code that set it up was used; the one after it is accepted ahead of its time.
        enterCode(session, code(0)).andExpect(unauthenticated());
        enterCode(session, code(1)).andExpect(authenticated());
        enterCode(passwordGiven(), code(1)).andExpect(unauthenticated());
    }

    @Test
    void aRecoveryCodeLetsInOnce() throws Exception {
        List<String> recovery = setUp(signedIn());

        enterCode(passwordGiven(), recovery.getFirst()).andExpect(authenticated());
        enterCode(passwordGiven(), recovery.getFirst()).andExpect(unauthenticated());
        enterCode(passwordGiven(), recovery.get(1).replace("-", "").toUpperCase(Locale.ROOT))
                .andExpect(authenticated());
    }

    @Test
    @Requirement("R27")
    void fiveWrongCodesLockTheAccount() throws Exception {
        List<String> recovery = setUp(signedIn());
        MockHttpSession session = passwordGiven();
        for (int i = 0; i < 5; i++) {
            enterCode(session, "wrong").andExpect(unauthenticated());
        }
        mvc().perform(formLogin("/sign-in").user(name).password(TestAccounts.PASSWORD))
                .andExpect(redirectedUrl("/sign-in?refused"));
        assertThat(recovery).hasSize(10);
    }

    @Test
    void tokensNeedTheCodeToo() throws Exception {
        setUp(signedIn());

        token("")
                .andExpect(status().isUnauthorized())
                .andExpect(content().string(containsString("one-time-code-needed")));
        token(",\"code\":\"" + code(1) + "\"").andExpect(status().isOk());
    }

    /** Nor does whoever knows the password set up codes of their own. */
    @Test
    void whoHasAPasskeyDoesNotGetInByThePasswordAlone() throws Exception {
        SignedInPerson person = Objects.requireNonNull(signIn).withPassword(name, TestAccounts.PASSWORD);
        Objects.requireNonNull(commands)
                .send(
                        new RegisterPasskey(
                                person.account(),
                                RegisteredPasskey.of(SoftwarePasskey.es256().passkey())),
                        Acting.onPage(person.actor()));

        mvc().perform(formLogin("/sign-in").user(name).password(TestAccounts.PASSWORD))
                .andExpect(unauthenticated())
                .andExpect(redirectedUrl("/sign-in?passkey-needed"));
        mvc().perform(get("/sign-in").param("passkey-needed", ""))
                .andExpect(content().string(containsString("Sign in with your passkey.")));
        token("").andExpect(status().isForbidden()).andExpect(content().string(containsString("second-factor-needed")));
    }

    @Test
    void nothingThatMakesCodesIsKeptInClear() throws Exception {
        List<String> recovery = setUp(signedIn());
        byte[] stored = Objects.requireNonNull(jdbc)
                .sql("SELECT secret FROM one_time_code WHERE account = ?")
                .param(name)
                .query(byte[].class)
                .single();

        assertThat(stored).hasSizeGreaterThan(OneTimeCode.SECRET_BYTES);
        assertThat(jdbc.sql("SELECT encode(code_hash, 'hex') FROM recovery_code WHERE account = ?")
                        .param(name)
                        .query(String.class)
                        .list())
                .hasSize(10)
                .noneMatch(hash -> recovery.stream().anyMatch(hash::contains));
    }

    @Test
    void demoAccountsAreExemptAndSaySo() {
        SecondFactorPolicy policy = new SecondFactorPolicy(List.of(Role.DATA_MANAGER));
        RoleGrant grant =
                RoleGrant.of("g", Role.DATA_MANAGER, "Org", Optional.empty(), Optional.empty(), Optional.empty());
        AccountProfile demo = new AccountProfile(new AccountId("d"), "D", true, false, true, List.of(grant));
        AccountProfile real = new AccountProfile(new AccountId("r"), "R", true, false, false, List.of(grant));

        assertThat(policy.of(demo)).isEqualTo(SecondFactor.WAIVED_FOR_DEMO);
        assertThat(policy.of(real)).isEqualTo(SecondFactor.TO_BE_SET_UP);
        assertThat(new SecondFactorPolicy(List.of()).of(real)).isEqualTo(SecondFactor.NOT_DEMANDED);
    }

    private String secret = "";

    /** The step at which the secret was set up: a test that runs over the end of a step means the same codes. */
    private long setUpAt;

    private List<String> setUp(MockHttpSession session) throws Exception {
        secret =
                Objects.requireNonNull(codes).enrolment(new AccountId(name)).replaceAll(".*secret=([A-Z2-7]+).*", "$1");
        setUpAt = OneTimeCode.step(Objects.requireNonNull(clock).instant());
        String page = mvc().perform(post("/security/codes")
                        .with(csrf())
                        .session(session)
                        .param("password", TestAccounts.PASSWORD)
                        .param("code", code(0)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return page.lines()
                .flatMap(line -> Pattern.compile("<code>([a-z2-7-]{19})</code>")
                        .matcher(line)
                        .results())
                .map(found -> found.group(1))
                .toList();
    }

    private String code(long stepsAhead) {
        return OneTimeCode.at(Base32.decode(secret), setUpAt + stepsAhead);
    }

    private MockHttpSession signedIn() throws Exception {
        MockHttpSession session = passwordGiven();
        assertThat(session.getAttribute("SPRING_SECURITY_CONTEXT")).isNotNull();
        return session;
    }

    private MockHttpSession passwordGiven() throws Exception {
        return (MockHttpSession) Objects.requireNonNull(
                mvc().perform(formLogin("/sign-in").user(name).password(TestAccounts.PASSWORD))
                        .andReturn()
                        .getRequest()
                        .getSession());
    }

    private ResultActions enterCode(MockHttpSession session, String code) throws Exception {
        return mvc().perform(post("/sign-in/code").with(csrf()).session(session).param("code", code));
    }

    private ResultActions token(String code) throws Exception {
        return mvc().perform(post("/api/v1/token")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"username\":\"" + name + "\",\"password\":\"" + TestAccounts.PASSWORD + "\"" + code + "}"));
    }

    private MockMvc mvc() {
        return Objects.requireNonNull(mvc);
    }
}

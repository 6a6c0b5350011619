package org.indelible.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.unauthenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.indelible.PortalTest;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.authority.Role;
import org.indelible.shared.AccountId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;

@PortalTest
class SignInTest {
    private static final String PASSWORD = "correct horse battery staple";

    @Autowired
    private @Nullable MockMvc mvc;

    @Autowired
    private @Nullable Passwords passwords;

    @Autowired
    private @Nullable JdbcClient jdbc;

    @MockitoBean
    private @Nullable AccountDirectory accounts;

    /** What is recorded of a sign-in is the authors' business, not the door's. */
    @MockitoBean
    private @Nullable SignInListener listener;

    private AccountId account = new AccountId("nobody");

    @BeforeEach
    void createAccount() {
        account = new AccountId("p-" + UUID.randomUUID());
        RoleGrant grant =
                RoleGrant.of("g1", Role.INVESTIGATOR, "Site 701", Optional.empty(), Optional.empty(), Optional.empty());
        org.mockito.Mockito.when(Objects.requireNonNull(accounts).find(account))
                .thenReturn(
                        Optional.of(new AccountProfile(account, "Dr A. Novak", true, false, false, List.of(grant))));
        Objects.requireNonNull(passwords).set(account, PASSWORD);
    }

    @Test
    void letsThePersonInAndShowsWhoTheyAre() throws Exception {
        mvc().perform(formLogin("/sign-in").user(account.value()).password(PASSWORD))
                .andExpect(authenticated())
                .andExpect(redirectedUrl("/"));
    }

    @Test
    @Requirement("R27")
    void locksAfterFiveFailuresEvenForTheRightPassword() throws Exception {
        for (int failure = 0; failure < 5; failure++) {
            mvc().perform(formLogin("/sign-in").user(account.value()).password("wrong"))
                    .andExpect(unauthenticated());
        }
        mvc().perform(formLogin("/sign-in").user(account.value()).password(PASSWORD))
                .andExpect(unauthenticated())
                .andExpect(redirectedUrl("/sign-in?refused"));
    }

    @Test
    @Requirement("R26")
    void keepsOnlyArgon2idHashes() {
        String hash = Objects.requireNonNull(jdbc)
                .sql("SELECT password_hash FROM account_credential WHERE account = ?")
                .param(account.value())
                .query(String.class)
                .single();
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain(PASSWORD);
    }

    @Test
    void givesTokensThatWorkAndKeepsOnlyTheirHashes() throws Exception {
        String body = mvc().perform(post("/api/v1/token")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"username\":\"%s\",\"password\":\"%s\"}".formatted(account, PASSWORD)))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", containsString("no-store")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String token = JsonPath.read(body, "$.token");
        mvc().perform(get("/api/v1/jobs/1").header("Authorization", "Bearer " + token))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("unknown-job"));
        assertThat(Objects.requireNonNull(jdbc)
                        .sql("SELECT encode(token_hash, 'escape') FROM api_token")
                        .query(String.class)
                        .list())
                .noneMatch(stored -> stored.contains(token));

        mvc().perform(delete("/api/v1/token").header("Authorization", "Bearer " + token))
                .andExpect(status().isNoContent());
        mvc().perform(get("/api/v1/jobs/1").header("Authorization", "Bearer " + token))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void answersProgramsWithProblemDetails() throws Exception {
        mvc().perform(get("/api/v1/jobs/1"))
                .andExpect(status().isUnauthorized())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.code").value("sign-in-needed"));
        mvc().perform(post("/api/v1/token")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"username\":\"someone\",\"password\":\"else entirely\"}"))
                .andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.code").value("sign-in-refused"));
        mvc().perform(post("/api/v1/token")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("invalid-request"));
    }

    @Test
    void allowsNothingInlineAndNothingFromElsewhere() throws Exception {
        mvc().perform(get("/sign-in"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Security-Policy", SecurityConfiguration.CONTENT_SECURITY_POLICY))
                .andExpect(content().string(not(containsString("style=\""))))
                .andExpect(content().string(not(containsString("onclick="))))
                .andExpect(content().string(not(containsString("https://"))))
                .andExpect(content().string(not(containsString("??"))));
    }

    private MockMvc mvc() {
        return Objects.requireNonNull(mvc);
    }
}

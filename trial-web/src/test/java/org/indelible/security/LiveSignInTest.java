package org.indelible.security;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.Objects;
import java.util.UUID;
import org.indelible.PortalTest;
import org.indelible.TestAccounts;
import org.indelible.account.AccountCommand.DisableAccount;
import org.indelible.account.AccountCommand.RevokeRole;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.authority.Role;
import org.indelible.authors.PlatformAuthor;
import org.indelible.commands.Acting;
import org.indelible.commands.Commands;
import org.indelible.shared.AccountId;
import org.indelible.shared.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;

/**
 * Whoever is disabled, or loses the role they act in, is out at the next click and the next call. What tells it is the record itself, so it
 * makes no difference by which node it came there: the commands here go past everything that this node knows of its sessions.
 */
@PortalTest
@Import(TestAccounts.class)
@Requirement("R24")
class LiveSignInTest {
    private static final Reason LEFT = Reason.of("Left the company");

    @Autowired
    private @Nullable MockMvc mvc;

    @Autowired
    private @Nullable TestAccounts accounts;

    @Autowired
    private @Nullable AccountDirectory directory;

    @Autowired
    private @Nullable Commands commands;

    @Autowired
    private @Nullable PlatformAuthor platform;

    private AccountId account = new AccountId("nobody");

    @BeforeEach
    void createAccount() {
        account = new AccountId("p-" + UUID.randomUUID());
        Objects.requireNonNull(accounts).create(account.value(), Role.MONITOR);
    }

    @Test
    void aDisabledAccountIsOutAtTheNextClickAndCall() throws Exception {
        MockHttpSession session = session();
        String token = token();
        mvc().perform(get("/trials").session(session)).andExpect(status().isOk());
        mvc().perform(get("/api/v1/trials").header("Authorization", token)).andExpect(status().isOk());

        send(new DisableAccount(account, LEFT));

        mvc().perform(get("/trials").session(session)).andExpect(redirectedUrl("/sign-in"));
        mvc().perform(get("/api/v1/trials").header("Authorization", token)).andExpect(status().isUnauthorized());
    }

    @Test
    void soIsWhoLosesTheRoleTheyActIn() throws Exception {
        MockHttpSession session = session();
        String token = token();
        String grant = Objects.requireNonNull(directory)
                .find(account)
                .orElseThrow()
                .grants()
                .getFirst()
                .id();

        send(new RevokeRole(account, grant, LEFT));

        mvc().perform(get("/trials").session(session)).andExpect(redirectedUrl("/sign-in"));
        mvc().perform(get("/api/v1/trials").header("Authorization", token)).andExpect(status().isUnauthorized());
    }

    private void send(Object command) {
        Objects.requireNonNull(commands)
                .send(command, Acting.byApi(Objects.requireNonNull(platform).actor()));
    }

    private MockHttpSession session() throws Exception {
        return (MockHttpSession) Objects.requireNonNull(
                mvc().perform(formLogin("/sign-in").user(account.value()).password(TestAccounts.PASSWORD))
                        .andReturn()
                        .getRequest()
                        .getSession());
    }

    private String token() throws Exception {
        String body = mvc().perform(post("/api/v1/token")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"username\":\"" + account + "\",\"password\":\"" + TestAccounts.PASSWORD + "\"}"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return "Bearer " + JsonPath.read(body, "$.token");
    }

    private MockMvc mvc() {
        return Objects.requireNonNull(mvc);
    }
}

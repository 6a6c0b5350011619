package org.indelible.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.indelible.Api;
import org.indelible.TemporaryHome;
import org.indelible.TestAccounts;
import org.indelible.anchoring.testing.Fixtures;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.authority.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What no well-meaning client sends is answered like everything else: with a code and a cure, never as a failure of ours. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "indelible.demo=false")
@ContextConfiguration(initializers = TemporaryHome.class)
@Import(TestAccounts.class)
class HostileRequestsTest {
    private static final String MIGRATION = "/clinical-data?purpose=migration";

    private static boolean accountsMade;

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private @Nullable TestAccounts accounts;

    @BeforeEach
    void people() {
        if (!accountsMade) {
            accountsMade = true;
            Objects.requireNonNull(accounts).create("hostile.builder", Role.STUDY_BUILDER);
            Objects.requireNonNull(accounts).create("hostile.manager", Role.DATA_MANAGER);
        }
    }

    @Test
    void anAttachmentWithoutItsBoundaryIsABadRequest() throws Exception {
        expect(
                post("/api/v1/trials?kind=test", "multipart/form-data", BodyPublishers.ofString("x")),
                400,
                "invalid-request");
    }

    @Test
    void charactersThatNobodyTypesAreABadRequest() throws Exception {
        Api manager = signedIn("hostile.manager");
        expect(manager.get("/api/v1/trials/" + registered() + "/audit-trail?item=%00"), 400, "invalid-request");
    }

    /** Refused by the servlet container itself; Java's own client would not send it. */
    @Test
    void anAddressThatIsNoUriIsAnsweredLikeAnyOther() throws Exception {
        for (String path : new String[] {"/%", "/..%2f..", "/[x]", "/a%00b"}) {
            assertThat(raw(path))
                    .as(path)
                    .startsWith("HTTP/1.1 400")
                    .contains("This request cannot be read", "Content-Security-Policy: default-src 'none'")
                    .doesNotContainIgnoringCase("tomcat")
                    .doesNotContain("HTTP Status", "??");
        }
        assertThat(raw("/api/v1/%"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "\"code\":\"invalid-request\"")
                .doesNotContainIgnoringCase("tomcat");
    }

    private String raw(String path) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aPathThatIsNotNormalIsABadRequest() throws Exception {
        for (String path :
                new String[] {"//api/v1/trials", "/api//v1/trials", "/api/v1/trials/a;b=c", "/api/v1/trials/%0a"}) {
            HttpResponse<String> answer = signedIn("hostile.manager").get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.body()).as(path).contains("invalid-request");
        }
    }

    /** Without a length announced, as a client that streams does. */
    @Test
    void aStudyOfAnySizeDoesNotFillTheMemory() throws Exception {
        BodyPublisher endless = BodyPublishers.ofInputStream(() -> new Zeros(BodyLimit.LARGEST + 1L));
        expect(signedIn("hostile.builder").post("/api/v1/trials?kind=test", endless), 413, "file-too-large");
    }

    @Test
    @Requirement("R46")
    void aFileThatCannotBeReadToItsEndIsAJobThatFailed() throws Exception {
        Api manager = signedIn("hostile.manager");
        String address = "/api/v1/trials/" + registered() + MIGRATION;
        for (String body :
                new String[] {"<html/>", "<ODM xmlns='http://www.cdisc.org/ns/odm/v1.3'><ClinicalData>", "PK"}) {
            HttpResponse<String> accepted = manager.post(address, BodyPublishers.ofString(body));
            JsonNode job =
                    manager.awaitJob(accepted.headers().firstValue("Location").orElseThrow());
            assertThat(job.get("state").asString()).as(body).isEqualTo("failed");
            assertThat(job.get("done")).as(body).isEqualTo(job.get("total"));
            assertThat(job.get("findings").toString()).contains("\"cure\"", "\"line\"");
        }
    }

    private String registered() throws IOException, InterruptedException {
        HttpResponse<String> answer = signedIn("hostile.builder")
                .post("/api/v1/trials?kind=test", BodyPublishers.ofFile(Fixtures.path("lzzt/lzzt-protocol-v1.xml")));
        return JsonMapper.shared().readTree(answer.body()).get("trial").asString();
    }

    private Api signedIn(String name) throws IOException, InterruptedException {
        return Api.signIn(base(), name, TestAccounts.PASSWORD);
    }

    private HttpResponse<String> post(String path, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(base() + path))
                        .header(
                                "Authorization",
                                "Bearer " + signedIn("hostile.builder").token())
                        .header("Content-Type", type)
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());
    }

    private static void expect(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(JsonMapper.shared().readTree(answer.body()).get("code").asString())
                .isEqualTo(code);
    }

    private String base() {
        return "http://localhost:" + port;
    }

    /** So many bytes, none of them kept. */
    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long bytes) {
            left = bytes;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int n = (int) Math.min(length, left);
            left -= n;
            return n;
        }
    }
}

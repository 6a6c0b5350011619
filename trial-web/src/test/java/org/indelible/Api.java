package org.indelible;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the HTTP API as others script it: a base address, a bearer token, JSON. */
public final class Api {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final String token;

    private Api(String base, String token) {
        this.base = base;
        this.token = token;
    }

    /** Nobody: what anybody may see. */
    public static Api anonymous(String base) {
        return new Api(base, "");
    }

    public static Api signIn(String base, String username, String password) throws IOException, InterruptedException {
        Api anonymous = anonymous(base);
        String credentials = JSON.createObjectNode()
                .put("username", username)
                .put("password", password)
                .toString();
        HttpResponse<String> answer = anonymous.post("/api/v1/token", BodyPublishers.ofString(credentials));
        return new Api(base, JSON.readTree(answer.body()).get("token").asString());
    }

    /** The same sign-in at another node. */
    public Api at(String otherBase) {
        return new Api(otherBase, token);
    }

    public HttpResponse<String> post(String path, BodyPublisher body) throws IOException, InterruptedException {
        String type = path.endsWith("/token") ? "application/json" : "application/xml";
        return http.send(request(path).header("Content-Type", type).POST(body).build(), BodyHandlers.ofString());
    }

    public HttpResponse<String> postJson(String path, String body) throws IOException, InterruptedException {
        return http.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).GET().build(), BodyHandlers.ofString());
    }

    /** Sends JSON. */
    public HttpResponse<String> json(String method, String path, String body) throws IOException, InterruptedException {
        return http.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Keeps the answer in a file. */
    public HttpResponse<Path> download(String path, Path file) throws IOException, InterruptedException {
        return http.send(request(path).GET().build(), BodyHandlers.ofFile(file));
    }

    public JsonNode json(String path) throws IOException, InterruptedException {
        return JSON.readTree(get(path).body());
    }

    /** Follows a job's events to its end; its last status. */
    public JsonNode awaitJob(String location) throws IOException, InterruptedException {
        http.send(request(location).header("Accept", "text/event-stream").GET().build(), BodyHandlers.discarding());
        return json(location);
    }

    public String token() {
        return token;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }
}

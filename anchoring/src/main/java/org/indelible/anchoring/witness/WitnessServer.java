package org.indelible.anchoring.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.indelible.anchoring.primitive.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A witness on a port: {@code add-checkpoint}, the monitoring endpoint (C2SP tlog-witness), and a page for people. */
public final class WitnessServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WitnessServer.class);
    private static final String PLAIN = "text/plain; charset=utf-8";
    private static final int MAX_REQUEST_BYTES = 512 * 1024;
    private static final int STOP_SECONDS = 1;

    /** Seconds in which a whole request is to be there; the server's default is to wait for ever. */
    private static final String REQUEST_TIME = "sun.net.httpserver.maxReqTime";

    private final Witness witness;
    private final WitnessPage page;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private WitnessServer(Witness witness, WitnessPage page, HttpServer server) {
        this.witness = witness;
        this.page = page;
        this.server = server;
    }

    /**
     * Starts to listen.
     *
     * @param name of the witness, for its page
     */
    public static WitnessServer start(Witness witness, String name, InetSocketAddress address) throws IOException {
        if (System.getProperty(REQUEST_TIME) == null) {
            System.setProperty(REQUEST_TIME, "10");
        }
        WitnessServer started =
                new WitnessServer(witness, new WitnessPage(witness, name), HttpServer.create(address, 0));
        started.server.createContext("/", started::handle);
        started.server.setExecutor(started.threads);
        started.server.start();
        return started;
    }

    public InetSocketAddress address() {
        return server.getAddress();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            switch (exchange.getRequestMethod()) {
                case "POST" -> {
                    if (path.equals("/add-checkpoint")) {
                        add(exchange);
                    } else {
                        answer(exchange, 404, PLAIN, "not here\n");
                    }
                }
                case "GET", "HEAD" -> get(exchange, path);
                default -> answer(exchange, 405, PLAIN, "GET and POST only\n");
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("A request could not be handled", e);
            throw e;
        }
    }

    private void add(HttpExchange exchange) throws IOException {
        byte[] body;
        try (InputStream in = exchange.getRequestBody()) {
            body = in.readNBytes(MAX_REQUEST_BYTES + 1);
        }
        if (body.length > MAX_REQUEST_BYTES) {
            answer(exchange, 413, PLAIN, "a request has at most " + MAX_REQUEST_BYTES + " bytes\n");
            return;
        }
        WitnessReply reply = witness.add(body);
        switch (reply) {
            case WitnessReply.Cosigned cosigned ->
                answer(
                        exchange,
                        cosigned.status(),
                        PLAIN,
                        cosigned.cosignatures().stream()
                                .map(line -> line + "\n")
                                .collect(Collectors.joining()));
            case WitnessReply.Conflict conflict ->
                answer(exchange, conflict.status(), "text/x.tlog.size", conflict.size() + "\n");
            case WitnessReply.Refused refused -> {
                LOG.warn("Refused a checkpoint with status {}: {}", refused.status(), refused.reason());
                answer(exchange, refused.status(), PLAIN, refused.reason() + "\n");
            }
        }
    }

    private void get(HttpExchange exchange, String path) throws IOException {
        if (path.equals("/")) {
            answer(exchange, 200, "text/html; charset=utf-8", page.html());
        } else if (path.equals("/style.css")) {
            answer(exchange, 200, "text/css; charset=utf-8", page.style());
        } else {
            Optional<SeenCheckpoint> asked = witness.store().all().stream()
                    .filter(seen -> path.equals("/" + hash(seen.origin()) + "/checkpoint"))
                    .findFirst();
            if (asked.isPresent()) {
                answer(exchange, 200, PLAIN, asked.get().note());
            } else {
                answer(exchange, 404, PLAIN, "this witness has cosigned no such checkpoint\n");
            }
        }
    }

    /** Under which a log's latest checkpoint is served: lower-case hexadecimal SHA-256 of its origin. */
    static String hash(String origin) {
        return HexFormat.of().formatHex(Sha256.of(origin.getBytes(UTF_8)));
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Cache-Control", "no-cache");
        exchange.getResponseHeaders()
                .set("Content-Security-Policy", "default-src 'none'; style-src 'self'; frame-ancestors 'none'");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head || bytes.length == 0 ? -1 : bytes.length);
        if (!head) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        }
    }

    @Override
    public void close() {
        server.stop(STOP_SECONDS);
        threads.close();
    }
}

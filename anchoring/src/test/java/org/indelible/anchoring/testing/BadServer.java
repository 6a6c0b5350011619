package org.indelible.anchoring.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on this machine that misbehaves as it is told. It counts how often it was asked. */
public final class BadServer implements AutoCloseable {
    /** How it answers. */
    @FunctionalInterface
    public interface Behaviour {
        void answer(HttpExchange exchange, byte[] request) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Behaviour behaviour;

    public BadServer(Behaviour behaviour) {
        this.behaviour = behaviour;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.incrementAndGet();
            behaviour.answer(exchange, exchange.getRequestBody().readAllBytes());
        }
    }

    public void behave(Behaviour next) {
        behaviour = next;
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    public int asked() {
        return asked.get();
    }

    public static Behaviour saying(int status, String contentType, String body) {
        return (exchange, request) -> send(exchange, status, contentType, body.getBytes(UTF_8));
    }

    public static Behaviour html() {
        return saying(200, "text/html", "<!DOCTYPE html><html><body>Please sign in to the hotel network</body></html>");
    }

    public static Behaviour redirecting(URI where) {
        return (exchange, request) -> {
            exchange.getResponseHeaders().set("Location", where.toString());
            send(exchange, 307, "text/plain", new byte[0]);
        };
    }

    /** Ten megabytes, and more where somebody reads them. */
    public static Behaviour huge() {
        return (exchange, request) -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                byte[] block = new byte[64 * 1024];
                for (int i = 0; i < 160; i++) {
                    out.write(block);
                }
            }
        };
    }

    /** The first byte, and then nothing until this server is closed. */
    public Behaviour slow() {
        return (exchange, request) -> {
            exchange.sendResponseHeaders(200, 1000);
            OutputStream out = exchange.getResponseBody();
            out.write('a');
            out.flush();
            try {
                closing.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    public static void send(HttpExchange exchange, int status, String contentType, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.close();
    }
}

package org.indelible.anchoring.outbound;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Posts to one place. A redirect is an answer like any other, not an order; what takes longer than allowed, from the first byte to the
 * last, is given up; what is larger than allowed is not read. Safe for many threads.
 */
public final class OutboundPost implements AutoCloseable {
    private final HttpClient client;
    private final Duration patience;
    private final int maxBytes;

    /**
     * @param patience for the whole call
     * @param maxBytes of an answer
     */
    public OutboundPost(Duration patience, int maxBytes) {
        this.patience = patience;
        this.maxBytes = maxBytes;
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /** Sends the body and waits for the answer, whatever its status. */
    public OutboundAnswer post(URI where, String contentType, byte[] body) throws OutboundException {
        HttpRequest request = HttpRequest.newBuilder(where)
                .header("Content-Type", contentType)
                .header("User-Agent", "indelible")
                .timeout(patience)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        CompletableFuture<HttpResponse<byte[]>> call = client.sendAsync(request, answer -> new BoundedBody(maxBytes));
        try {
            HttpResponse<byte[]> answer = call.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new OutboundAnswer(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    answer.headers().firstValue("Retry-After"),
                    answer.body());
        } catch (TimeoutException e) {
            call.cancel(true);
            throw new OutboundException("no whole answer within " + patience.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new OutboundException(words(e), e);
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw new OutboundException("given up because the application stops", e);
        }
    }

    private static String words(ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return cause instanceof IOException ? "no answer: " + message : message;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}

package org.indelible.anchoring.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** What was answered. Immutable. */
public final class OutboundAnswer {
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");
    private static final int SHOWN = 200;

    private final int status;
    private final String contentType;
    private final Optional<String> retryAfter;
    private final byte[] body;

    OutboundAnswer(int status, String contentType, Optional<String> retryAfter, byte[] body) {
        this.status = status;
        this.contentType = contentType;
        this.retryAfter = retryAfter;
        this.body = body;
    }

    public int status() {
        return status;
    }

    /** As the other says; empty where it says nothing. */
    public String contentType() {
        return contentType;
    }

    /** How long to leave it alone (RFC 9110 section 10.2.3), where it says so in seconds. */
    public Optional<Duration> retryAfter() {
        return retryAfter
                .filter(text -> SECONDS.matcher(text).matches())
                .map(Long::valueOf)
                .map(Duration::ofSeconds);
    }

    public byte[] body() {
        return body.clone();
    }

    /** The beginning of the body as one line, for people. */
    public String summary() {
        String text =
                new String(body, UTF_8).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }
}

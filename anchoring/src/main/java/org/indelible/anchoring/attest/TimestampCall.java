package org.indelible.anchoring.attest;

import java.time.Duration;
import org.indelible.anchoring.outbound.OutboundAnswer;
import org.indelible.anchoring.outbound.OutboundException;
import org.indelible.anchoring.outbound.OutboundPost;
import org.indelible.anchoring.timestamp.TimestampFormatException;
import org.indelible.anchoring.timestamp.TimestampRequest;
import org.indelible.anchoring.timestamp.TimestampToken;
import org.indelible.anchoring.timestamp.TimestampVerificationException;

/** Asks an authority over HTTP (RFC 3161 section 3.4). The token answers the request; whose it is has to be verified. */
public final class TimestampCall implements AutoCloseable {
    /** What became of it. */
    public sealed interface Result {
        record Token(TimestampToken token) implements Result {}

        record NoToken(String reason) implements Result {}
    }

    private final OutboundPost http;

    public TimestampCall(Duration patience) {
        this.http = new OutboundPost(patience, TimestampToken.MAX_BYTES);
    }

    public Result ask(TimestampAuthority authority, TimestampRequest request) {
        try {
            OutboundAnswer answer = http.post(authority.url(), TimestampRequest.MEDIA_TYPE, request.encoded());
            if (answer.status() != 200) {
                return new Result.NoToken("it answered with status " + answer.status() + ": " + answer.summary());
            }
            return new Result.Token(request.tokenOf(answer.body()));
        } catch (OutboundException | TimestampFormatException | TimestampVerificationException e) {
            return new Result.NoToken(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        http.close();
    }
}

package org.indelible.anchoring.timestamp;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.indelible.anchoring.timestamp.TimestampVerificationException.Check;

/** Asks an authority for a token over some bytes, with a nonce and for the certificate (RFC 3161 section 2.4.1), and reads its answer. */
public final class TimestampRequest {
    public static final String MEDIA_TYPE = "application/timestamp-query";
    public static final String RESPONSE_MEDIA_TYPE = "application/timestamp-reply";

    private static final int NONCE_BITS = 64;

    private final org.bouncycastle.tsp.TimeStampRequest request;

    private TimestampRequest(org.bouncycastle.tsp.TimeStampRequest request) {
        this.request = request;
    }

    /** A request over these bytes. */
    public static TimestampRequest over(byte[] data, ImprintAlgorithm algorithm, SecureRandom random) {
        return of(algorithm, algorithm.digest(data), random);
    }

    static TimestampRequest of(ImprintAlgorithm algorithm, byte[] digest, SecureRandom random) {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        return new TimestampRequest(
                generator.generate(algorithm.identifier(), digest, new BigInteger(NONCE_BITS, random)));
    }

    /** What is sent. */
    public byte[] encoded() {
        try {
            return request.getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("a request is written to memory", e);
        }
    }

    /**
     * Reads a response (RFC 3161 section 2.4.2). The token in it answers this request; whether an authority that is trusted signed it is
     * for a {@link TimestampVerifier} to say.
     *
     * @throws TimestampFormatException where the response is none, or says that no token was issued
     * @throws TimestampVerificationException where it answers another request
     */
    public TimestampToken tokenOf(byte[] response) throws TimestampFormatException, TimestampVerificationException {
        TimeStampResponse answer = read(response);
        if (answer.getTimeStampToken() == null) {
            throw new TimestampFormatException(
                    "no token was issued: status " + answer.getStatus() + ", " + answer.getStatusString());
        }
        try {
            answer.validate(request);
        } catch (TSPException e) {
            throw new TimestampVerificationException(Check.REQUEST, "it answers another request: " + e.getMessage(), e);
        }
        return TimestampToken.of(answer.getTimeStampToken());
    }

    private static TimeStampResponse read(byte[] response) throws TimestampFormatException {
        if (response.length > TimestampToken.MAX_BYTES) {
            throw new TimestampFormatException("a response has at most " + TimestampToken.MAX_BYTES + " bytes");
        }
        try {
            return new TimeStampResponse(response);
        } catch (TSPException | IOException | RuntimeException e) {
            // BouncyCastle tells of malformed structures by several unchecked exceptions.
            throw new TimestampFormatException("not a time-stamp response: " + e.getMessage(), e);
        }
    }
}

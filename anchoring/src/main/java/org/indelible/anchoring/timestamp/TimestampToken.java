package org.indelible.anchoring.timestamp;

import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.tsp.Accuracy;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.jspecify.annotations.Nullable;

/**
 * A time-stamp token (RFC 3161 section 2.4.2): an authority's word that the bytes with this imprint existed at a time. What it says is
 * worth nothing until a {@link TimestampVerifier} has checked it. Immutable.
 */
public final class TimestampToken {
    /** Tokens with their certificates are a few kilobytes. */
    public static final int MAX_BYTES = 64 * 1024;

    private final byte[] encoded;
    private final TimeStampToken token;
    private final ImprintAlgorithm algorithm;
    private final List<X509Certificate> certificates;

    private TimestampToken(
            byte[] encoded, TimeStampToken token, ImprintAlgorithm algorithm, List<X509Certificate> certificates) {
        this.encoded = encoded;
        this.token = token;
        this.algorithm = algorithm;
        this.certificates = certificates;
    }

    /** Reads the CMS content info of a token, with nothing behind it. */
    public static TimestampToken parse(byte[] encoded) throws TimestampFormatException {
        if (encoded.length > MAX_BYTES) {
            throw new TimestampFormatException(
                    "a time-stamp token has at most " + MAX_BYTES + " bytes, not " + encoded.length);
        }
        try {
            return of(encoded.clone(), new TimeStampToken(ContentInfo.getInstance(encoded)));
        } catch (TSPException | IOException | CertificateException | RuntimeException e) {
            // BouncyCastle tells of malformed structures by several unchecked exceptions.
            throw new TimestampFormatException("not a time-stamp token: " + e.getMessage(), e);
        }
    }

    static TimestampToken of(TimeStampToken token) throws TimestampFormatException {
        try {
            return of(token.getEncoded(), token);
        } catch (IOException | CertificateException | RuntimeException e) {
            throw new TimestampFormatException("not a time-stamp token: " + e.getMessage(), e);
        }
    }

    private static TimestampToken of(byte[] encoded, TimeStampToken token)
            throws TimestampFormatException, CertificateException {
        ASN1ObjectIdentifier hash = token.getTimeStampInfo().getMessageImprintAlgOID();
        ImprintAlgorithm algorithm = ImprintAlgorithm.of(hash)
                .orElseThrow(() -> new TimestampFormatException(
                        "the imprint is not of SHA-256, SHA-384 or SHA-512 but of " + hash));
        List<X509Certificate> certificates = new ArrayList<>();
        for (X509CertificateHolder certificate : token.getCertificates().getMatches(null)) {
            certificates.add(new JcaX509CertificateConverter().getCertificate(certificate));
        }
        return new TimestampToken(encoded, token, algorithm, List.copyOf(certificates));
    }

    /** The bytes that were read. */
    public byte[] encoded() {
        return encoded.clone();
    }

    /** When the authority says it saw the imprint. */
    public Instant time() {
        return token.getTimeStampInfo().getGenTime().toInstant();
    }

    /** How far from {@link #time} the true time may be, either way, where the authority says so. */
    public Optional<Duration> accuracy() {
        return Optional.ofNullable(token.getTimeStampInfo().getAccuracy()).map(TimestampToken::duration);
    }

    public ImprintAlgorithm algorithm() {
        return algorithm;
    }

    public byte[] imprint() {
        return token.getTimeStampInfo().getMessageImprintDigest();
    }

    /** The authority's number of this token. */
    public BigInteger serialNumber() {
        return token.getTimeStampInfo().getSerialNumber();
    }

    /** Object identifier of the policy it was issued under. */
    public String policy() {
        return token.getTimeStampInfo().getPolicy().getId();
    }

    /** Certificates that came with it. Nothing vouches for them but the path a verifier finds. */
    public List<X509Certificate> certificates() {
        return certificates;
    }

    TimeStampToken token() {
        return token;
    }

    private static Duration duration(Accuracy accuracy) {
        return Duration.ofSeconds(value(accuracy.getSeconds()))
                .plusMillis(value(accuracy.getMillis()))
                .plusNanos(1_000L * value(accuracy.getMicros()));
    }

    private static int value(@Nullable ASN1Integer number) {
        return number == null ? 0 : number.intValueExact();
    }
}

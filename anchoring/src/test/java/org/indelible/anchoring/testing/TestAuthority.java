package org.indelible.anchoring.testing;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A time-stamp authority (RFC 3161) made with BouncyCastle: a root of its own, a certificate for time-stamping alone, any clock. */
public final class TestAuthority {
    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("1.3.6.1.4.1.57264.2");
    private static final String SIGNATURE = "SHA256withECDSA";

    private final KeyPair key;
    private final X509Certificate root;
    private final X509Certificate certificate;
    private final Clock clock;
    private final AtomicLong serial = new AtomicLong(1);

    /** An authority whose certificate is valid from an hour before the clock's present, for this long. */
    public TestAuthority(String name, Clock clock, Duration life) {
        try {
            Instant from = clock.instant().minus(Duration.ofHours(1));
            KeyPair rootKey = newKey();
            X500Name rootName = new X500Name("CN=" + name + " Root");
            this.key = newKey();
            this.clock = clock;
            JcaX509v3CertificateBuilder rootBuilder = new JcaX509v3CertificateBuilder(
                    rootName,
                    BigInteger.ONE,
                    Date.from(from),
                    Date.from(from.plus(life.multipliedBy(10))),
                    rootName,
                    rootKey.getPublic());
            rootBuilder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            rootBuilder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            this.root = sign(rootBuilder, rootKey);
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    rootName,
                    BigInteger.TWO,
                    Date.from(from),
                    Date.from(from.plus(life)),
                    new X500Name("CN=" + name),
                    key.getPublic());
            builder.addExtension(
                    Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
            this.certificate = sign(builder, rootKey);
        } catch (GeneralSecurityException | OperatorException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What verifiers trust. */
    public X509Certificate root() {
        return root;
    }

    /** What signs tokens. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** The root, as an administrator would be given it. */
    public String rootPem() {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(root.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Answers a request at the clock's present. */
    public byte[] answer(byte[] request) {
        return answer(request, clock.instant());
    }

    /** Answers a request, stating any time. */
    public byte[] answer(byte[] request, Instant time) {
        try {
            TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder().build(SIGNATURE, key.getPrivate(), certificate),
                    new JcaDigestCalculatorProviderBuilder().build().get(new AlgorithmIdentifier(TSPAlgorithms.SHA256)),
                    POLICY);
            tokens.addCertificates(new JcaCertStore(List.of(certificate)));
            return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
                    .generateGrantedResponse(
                            new TimeStampRequest(request),
                            BigInteger.valueOf(serial.getAndIncrement()),
                            Date.from(time))
                    .getEncoded();
        } catch (GeneralSecurityException | OperatorException | IOException | TSPException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair newKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static X509Certificate sign(JcaX509v3CertificateBuilder builder, KeyPair issuer)
            throws GeneralSecurityException, OperatorException {
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder(SIGNATURE).build(issuer.getPrivate())));
    }
}

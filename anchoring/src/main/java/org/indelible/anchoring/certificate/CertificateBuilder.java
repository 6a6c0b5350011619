package org.indelible.anchoring.certificate;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.indelible.anchoring.primitive.Ed25519Key;
import org.indelible.anchoring.primitive.Ed25519Signer;
import org.indelible.anchoring.primitive.Sha256;

/** Builds X.509 version 3 certificates (RFC 5280 section 4) signed with Ed25519 (RFC 8410). */
final class CertificateBuilder {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SERIAL_BITS = 127;
    private static final int KEY_ID_BYTES = 20;

    private final X509v3CertificateBuilder builder;

    private CertificateBuilder(X500Name issuer, X500Name subject, Ed25519Key key, Instant notBefore, Instant notAfter) {
        BigInteger serial = new BigInteger(SERIAL_BITS, RANDOM).setBit(SERIAL_BITS - 1);
        this.builder = new X509v3CertificateBuilder(
                issuer, serial, Date.from(notBefore), Date.from(notAfter), subject, CertificateKey.info(key));
    }

    /** A root that signs end-entity certificates only. */
    static X509CertificateHolder root(X500Name name, Ed25519Signer signer, Instant notBefore, Instant notAfter) {
        Ed25519Key key = signer.verifier();
        return new CertificateBuilder(name, name, key, notBefore, notAfter)
                .extension(Extension.basicConstraints, true, new BasicConstraints(0))
                .extension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign))
                .extension(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(keyId(key)))
                .sign(signer);
    }

    static X509CertificateHolder author(
            X509CertificateHolder root,
            Ed25519Signer signer,
            AuthorSubject subject,
            Ed25519Key key,
            Instant notBefore,
            Instant notAfter) {
        X500Name name = AuthorExtension.distinguishedName(subject);
        return new CertificateBuilder(root.getSubject(), name, key, notBefore, notAfter)
                .extension(Extension.basicConstraints, true, new BasicConstraints(false))
                .extension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .extension(
                        Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(keyId(signer.verifier())))
                .extension(AuthorExtension.OID, false, AuthorExtension.encode(subject))
                .sign(signer);
    }

    private CertificateBuilder extension(ASN1ObjectIdentifier oid, boolean critical, ASN1Encodable value) {
        try {
            builder.addExtension(oid, critical, value);
            return this;
        } catch (CertIOException e) {
            throw new IllegalStateException("extension " + oid + " has a value that can be encoded", e);
        }
    }

    private X509CertificateHolder sign(Ed25519Signer signer) {
        return builder.build(new Ed25519ContentSigner(signer));
    }

    /** RFC 7093 section 2, method 1: the leftmost 160 bits of the SHA-256 of the key. */
    private static byte[] keyId(Ed25519Key key) {
        return Arrays.copyOf(Sha256.of(key.encoded()), KEY_ID_BYTES);
    }

    private record Ed25519ContentSigner(Ed25519Signer signer, ByteArrayOutputStream content) implements ContentSigner {
        Ed25519ContentSigner(Ed25519Signer signer) {
            this(signer, new ByteArrayOutputStream());
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return CertificateKey.ED25519;
        }

        @Override
        public OutputStream getOutputStream() {
            return content;
        }

        @Override
        public byte[] getSignature() {
            return signer.sign(content.toByteArray());
        }
    }
}

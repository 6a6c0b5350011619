package org.indelible.anchoring.timestamp;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** Hash algorithms of message imprints (RFC 3161 section 2.4.1). Weaker ones are refused. */
public enum ImprintAlgorithm {
    SHA_256("SHA-256", NISTObjectIdentifiers.id_sha256),
    SHA_384("SHA-384", NISTObjectIdentifiers.id_sha384),
    SHA_512("SHA-512", NISTObjectIdentifiers.id_sha512);

    private final String name;
    private final ASN1ObjectIdentifier oid;

    ImprintAlgorithm(String name, ASN1ObjectIdentifier oid) {
        this.name = name;
        this.oid = oid;
    }

    static Optional<ImprintAlgorithm> of(ASN1ObjectIdentifier oid) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.oid.equals(oid))
                .findFirst();
    }

    ASN1ObjectIdentifier oid() {
        return oid;
    }

    AlgorithmIdentifier identifier() {
        return new AlgorithmIdentifier(oid);
    }

    public byte[] digest(byte[] data) {
        try {
            return MessageDigest.getInstance(name).digest(data);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + name, e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}

package org.indelible.anchoring.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.asn1.x9.X962NamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;
import org.indelible.anchoring.passkey.Assertion;
import org.indelible.anchoring.passkey.Passkey;
import org.indelible.anchoring.primitive.Base64Text;
import org.indelible.anchoring.primitive.Ed25519Signer;
import org.indelible.anchoring.primitive.Sha256;

/** An authenticator in software, which does as it is told, also what it must not. */
public final class SoftwarePasskey {
    public static final String RELYING_PARTY = "trials.example.org";
    public static final String ORIGIN = "https://trials.example.org";

    private static final int PRESENT_AND_VERIFIED = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Signs with the credential's private key. */
    private interface Signing {
        byte[] sign(byte[] message);
    }

    private final byte[] credential = new byte[32];
    private final byte[] cose;
    private final Signing key;

    /** What the next assertions say. */
    public String type = "webauthn.get";

    public String origin = ORIGIN;
    public String relyingParty = RELYING_PARTY;
    public int flags = PRESENT_AND_VERIFIED;

    private SoftwarePasskey(byte[] cose, Signing key) {
        RANDOM.nextBytes(credential);
        this.cose = cose;
        this.key = key;
    }

    public static SoftwarePasskey es256() {
        X9ECParameters curve = X962NamedCurves.getByName("prime256v1");
        ECDomainParameters domain = new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(domain, RANDOM));
        var pair = generator.generateKeyPair();
        ECPoint point = ((ECPublicKeyParameters) pair.getPublic()).getQ().normalize();
        byte[] cose = join(
                new byte[] {(byte) 0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32},
                BigIntegers.asUnsignedByteArray(32, point.getAffineXCoord().toBigInteger()),
                new byte[] {0x22, 0x58, 32},
                BigIntegers.asUnsignedByteArray(32, point.getAffineYCoord().toBigInteger()));
        return new SoftwarePasskey(cose, message -> {
            ECDSASigner signer = new ECDSASigner();
            signer.init(true, (ECPrivateKeyParameters) pair.getPrivate());
            BigInteger[] signature = signer.generateSignature(Sha256.of(message));
            try {
                return StandardDSAEncoding.INSTANCE.encode(curve.getN(), signature[0], signature[1]);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    public static SoftwarePasskey eddsa() {
        Ed25519Signer signer = Ed25519Signer.generate(RANDOM);
        byte[] cose = join(
                new byte[] {(byte) 0xa4, 1, 1, 3, 0x27, 0x20, 6, 0x21, 0x58, 32},
                signer.verifier().encoded());
        return new SoftwarePasskey(cose, signer::sign);
    }

    public Passkey passkey() {
        return new Passkey(Base64Text.URL.encode(credential), Base64Text.URL.encode(cose), RELYING_PARTY, ORIGIN);
    }

    public Assertion sign(byte[] challenge) {
        byte[] client = clientData(challenge);
        byte[] data = authenticatorData();
        return new Assertion(credential, data, client, key.sign(join(data, Sha256.of(client))));
    }

    /** The client data and the attestation object of a registration, each in base64url. */
    public String[] register(byte[] challenge) {
        type = "webauthn.create";
        flags |= 64;
        byte[] data = join(
                authenticatorData(),
                new byte[16],
                ByteBuffer.allocate(2).putShort((short) credential.length).array(),
                credential,
                cose);
        byte[] attestation = join(
                new byte[] {(byte) 0xa3, 0x63, 'f', 'm', 't', 0x64, 'n', 'o', 'n', 'e', 0x67},
                "attStmt".getBytes(StandardCharsets.US_ASCII),
                new byte[] {(byte) 0xa0, 0x68},
                "authData".getBytes(StandardCharsets.US_ASCII),
                new byte[] {0x58, (byte) data.length},
                data);
        return new String[] {Base64Text.URL.encode(clientData(challenge)), Base64Text.URL.encode(attestation)};
    }

    private byte[] authenticatorData() {
        return join(
                Sha256.of(relyingParty.getBytes(StandardCharsets.UTF_8)),
                new byte[] {(byte) flags},
                ByteBuffer.allocate(4).putInt(7).array());
    }

    private byte[] clientData(byte[] challenge) {
        return ("{\"type\":\"" + type + "\",\"challenge\":\"" + Base64Text.URL.encode(challenge) + "\",\"origin\":\""
                        + origin + "\",\"crossOrigin\":false}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}

package org.indelible.anchoring.verify;

import java.util.Optional;
import org.indelible.anchoring.certificate.AuthorCertificate;
import org.indelible.anchoring.entry.EntryFormatException;
import org.indelible.anchoring.entry.EntryReader;
import org.indelible.anchoring.entry.ParsedEntry;
import org.indelible.anchoring.primitive.Base64Text;
import org.indelible.anchoring.primitive.EncodingException;
import org.indelible.anchoring.primitive.Sha256;
import tools.jackson.databind.JsonNode;

/**
 * A platform entry that is to have certified an author's key: its {@code data} holds {@code certificate: {kid, der}}.
 *
 * @param cited the hash by which others cite it
 * @param compact its stored bytes, whatever they are
 */
public record PlatformCertification(String cited, long leafIndex, String compact) {
    private static final EntryReader READER = new EntryReader();

    /** Why it does not certify this key, if it does not. */
    Optional<String> problem(String kid, AuthorCertificates certificates) {
        String which = "platform entry " + leafIndex + ", which is to have certified its author's key, ";
        String actual = Sha256.base64UrlOfAscii(compact);
        if (!actual.equals(cited)) {
            return Optional.of(which + "was altered: its hash is " + actual + ", cited is " + cited);
        }
        try {
            ParsedEntry entry = READER.parse(compact);
            Optional<AuthorCertificate> issuer = certificates.find(entry.kid());
            if (issuer.isEmpty()) {
                return Optional.of(which + "is sealed under certificate " + entry.kid() + ": "
                        + certificates.problem(entry.kid()));
            }
            READER.verifySeal(entry, issuer.get());
            return certifies(entry, kid) ? Optional.empty() : Optional.of(which + "does not certify key " + kid);
        } catch (EntryFormatException e) {
            return Optional.of(which + "is none: " + e.getMessage());
        }
    }

    /** Whether its bytes are those that were cited. */
    boolean isCitedRightly() {
        return Sha256.base64UrlOfAscii(compact).equals(cited);
    }

    /** Whether the entry holds the certificate with this thumbprint. */
    static boolean certifies(ParsedEntry entry, String kid) {
        JsonNode certificate = entry.data().path("certificate");
        try {
            byte[] der = Base64Text.STANDARD.decode(certificate.path("der").asString(""));
            return certificate.path("kid").asString("").equals(kid)
                    && Base64Text.URL.encode(Sha256.of(der)).equals(kid);
        } catch (EncodingException e) {
            return false;
        }
    }
}

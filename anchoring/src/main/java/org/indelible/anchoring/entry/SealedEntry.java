package org.indelible.anchoring.entry;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.indelible.anchoring.merkle.TreeHash;
import org.indelible.anchoring.primitive.Sha256;

/**
 * An event at rest: the three base64url parts of its JWS (RFC 7515 section 7.1) and the disclosures kept beside it, in the order of their
 * digests in the payload.
 */
public record SealedEntry(String header, String payload, String signature, List<Disclosure> disclosures) {
    public SealedEntry {
        disclosures = List.copyOf(disclosures);
    }

    /** JWS compact serialisation. */
    public String compact() {
        return header + '.' + payload + '.' + signature;
    }

    /** SD-JWT compact serialisation with all disclosures (RFC 9901 section 4). */
    public String sdJwt() {
        StringBuilder text = new StringBuilder(compact()).append('~');
        disclosures.forEach(disclosure -> text.append(disclosure.encoded()).append('~'));
        return text.toString();
    }

    /** The bytes that are a leaf of the ledger's tree: the compact serialisation in ASCII. */
    public byte[] leafBytes() {
        return compact().getBytes(StandardCharsets.US_ASCII);
    }

    /** RFC 6962 hash of the leaf. */
    public byte[] leafHash() {
        return TreeHash.leaf(leafBytes()).bytes();
    }

    /** Base64url SHA-256 of the leaf bytes: what {@code prev} and citations hold. */
    public String entryHash() {
        return Sha256.base64UrlOfAscii(compact());
    }
}

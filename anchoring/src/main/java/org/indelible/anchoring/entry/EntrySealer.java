package org.indelible.anchoring.entry;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.indelible.anchoring.certificate.AuthorKey;
import org.indelible.anchoring.json.FixedJson;
import org.indelible.anchoring.primitive.Base64Text;
import tools.jackson.databind.node.ObjectNode;

/** Turns drafts into entries: issuer-signed SD-JWTs (RFC 9901 section 4.1). Safe for use by many threads. */
public final class EntrySealer {
    /** An entry with its disclosures, {@code <jws>~<disclosure>~...~}, has at most this many bytes. */
    public static final int MAX_BYTES = 32 * 1024;

    /** Length of an Ed25519 signature in base64url. */
    private static final int SIGNATURE_CHARS = 86;

    /**
     * Seals a draft on behalf of an author.
     *
     * @throws EntryTooLargeException where the entry would be larger than {@link #MAX_BYTES}; nothing has been signed then
     * @throws IllegalArgumentException where the draft is not an event that an entry can hold
     */
    public SealedEntry seal(EntryDraft draft, AuthorKey author, SaltSource salts) {
        requireInClear(draft.claims());
        Concealer concealer = new Concealer(salts);
        ObjectNode data = concealer.object(draft.data());
        Payload payload = new Payload(draft.claims(), data, concealer.classes());
        String encodedHeader = Header.encode(author.kid());
        String encodedPayload = Base64Text.URL.encode(FixedJson.write(payload.toJson()));
        String signed = encodedHeader + '.' + encodedPayload;
        requireSize(signed, concealer);
        String signature = Base64Text.URL.encode(author.sign(signed.getBytes(US_ASCII)));
        return new SealedEntry(encodedHeader, encodedPayload, signature, concealer.disclosures());
    }

    private static void requireInClear(EntryClaims claims) {
        claims.src().ifPresent(src -> ReservedNames.requireAbsent("src", src));
        ReservedNames.requireAbsent("act", claims.act());
        ReservedNames.requireAbsent("meta", claims.meta());
    }

    private static void requireSize(String signed, Concealer concealer) {
        int size = signed.length() + 1 + SIGNATURE_CHARS + 1;
        for (Disclosure disclosure : concealer.disclosures()) {
            size += disclosure.encoded().length() + 1;
        }
        if (size > MAX_BYTES) {
            throw new EntryTooLargeException(size, MAX_BYTES);
        }
    }
}

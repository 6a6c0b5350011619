package org.indelible.anchoring.entry;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.indelible.anchoring.certificate.AuthorCertificate;
import org.indelible.anchoring.json.FixedJson;
import org.indelible.anchoring.json.JsonFormatException;
import org.indelible.anchoring.primitive.Base64Text;
import org.indelible.anchoring.primitive.Ed25519Key;
import org.indelible.anchoring.primitive.EncodingException;
import org.indelible.anchoring.primitive.Sha256;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads entries, strictly: what is not exactly what {@link EntrySealer} writes is refused (RFC 7515 section 5.2, RFC 9901 section 7.1).
 * Safe for use by many threads.
 */
public final class EntryReader {

    /** Checks the form of an entry; its seal is another matter. */
    public ParsedEntry parse(String compact) throws EntryFormatException {
        if (compact.length() > EntrySealer.MAX_BYTES) {
            throw new EntryFormatException(
                    "an entry has at most " + EntrySealer.MAX_BYTES + " characters, not " + compact.length());
        }
        String[] parts = compact.split("\\.", -1);
        if (parts.length != 3) {
            throw new EntryFormatException("a compact JWS has 3 parts, not " + parts.length);
        }
        String kid = Header.kid(parts[0]);
        decode("signature", parts[2]);
        Payload payload = payload(decode("payload", parts[1]));
        List<DisclosureSlot> slots = DigestSlots.of(payload.data(), payload.classes());
        return new ParsedEntry(compact, kid, payload.claims(), payload.data(), slots);
    }

    /** Checks the seal of an entry: that it names this certificate, and that the certificate's key made it. */
    public void verifySeal(ParsedEntry entry, AuthorCertificate author) throws EntryFormatException {
        if (!entry.kid().equals(author.kid())) {
            throw new EntryFormatException("entry names certificate " + entry.kid() + ", not " + author.kid());
        }
        int dot = entry.compact().lastIndexOf('.');
        byte[] signature = decode("signature", entry.compact().substring(dot + 1));
        if (!author.key().verify(entry.compact().substring(0, dot).getBytes(US_ASCII), signature)) {
            throw new EntryFormatException("the seal is not that of certificate " + entry.kid());
        }
    }

    /**
     * The event's fields with disclosable ones put back, as {@code {"~d":{"c":"V","v":<json>,"g":"<digest>"}}} or, where there is no
     * value, {@code {"~d":{"c":"I","s":"erased","g":"<digest>"}}} or {@code "s":"withheld"}.
     *
     * @param states asked once for each digest of the entry
     */
    public ObjectNode reassemble(ParsedEntry entry, Function<String, DisclosureState> states)
            throws EntryFormatException {
        return new Revealer(entry.slots(), states).object(entry.data());
    }

    /** As above with the disclosures at hand; a repeated or unreferenced one is refused, and a digest without one counts as withheld. */
    public ObjectNode reassemble(ParsedEntry entry, Collection<String> encodedDisclosures) throws EntryFormatException {
        Set<String> referenced = new HashSet<>();
        entry.slots().forEach(slot -> referenced.add(slot.digest()));
        Map<String, DisclosureState> disclosed = new HashMap<>();
        for (String encoded : encodedDisclosures) {
            String digest = Sha256.base64UrlOfAscii(encoded);
            if (!referenced.contains(digest)) {
                throw new EntryFormatException("disclosure that the entry does not refer to: " + digest);
            }
            if (disclosed.put(digest, new DisclosureState.Disclosed(encoded)) != null) {
                throw new EntryFormatException("disclosure given twice: " + digest);
            }
        }
        return reassemble(entry, digest -> disclosed.getOrDefault(digest, new DisclosureState.Withheld()));
    }

    private static Payload payload(byte[] json) throws EntryFormatException {
        try {
            if (!(FixedJson.read(json) instanceof ObjectNode object)) {
                throw new EntryFormatException("the payload of an entry is a JSON object");
            }
            Payload payload = new PayloadReader(object).read();
            requireInClear(payload);
            int difference = Arrays.mismatch(FixedJson.write(payload.toJson()), json);
            if (difference >= 0) {
                throw new EntryFormatException("claims are unknown, missing or out of order from byte " + difference);
            }
            return payload;
        } catch (JsonFormatException e) {
            throw new EntryFormatException("payload: " + e.getMessage(), e);
        }
    }

    private static void requireInClear(Payload payload) throws EntryFormatException {
        EntryClaims claims = payload.claims();
        if (ReservedNames.occurIn(claims.act())
                || ReservedNames.occurIn(claims.meta())
                || claims.src().filter(ReservedNames::occurIn).isPresent()) {
            throw new EntryFormatException("only data has disclosable fields");
        }
    }

    private static byte[] decode(String part, String encoded) throws EntryFormatException {
        try {
            return part.equals("signature")
                    ? Base64Text.URL.decode(encoded, Ed25519Key.SIGNATURE_BYTES)
                    : Base64Text.URL.decode(encoded);
        } catch (EncodingException e) {
            throw new EntryFormatException(part + ": " + e.getMessage(), e);
        }
    }
}

package org.indelible.anchoring.entry;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes the claims out of a claims set. What it overlooks, writing the claims again and comparing brings to light. */
final class PayloadReader {
    private final ObjectNode json;

    PayloadReader(ObjectNode json) {
        this.json = json;
    }

    Payload read() throws EntryFormatException {
        try {
            return new Payload(claims(), object("data"), classes());
        } catch (IllegalArgumentException e) {
            throw new EntryFormatException(String.valueOf(e.getMessage()), e);
        }
    }

    private EntryClaims claims() throws EntryFormatException {
        ObjectNode agg = object("agg");
        return new EntryClaims(
                string(json, "jti"),
                string(json, "ledger"),
                string(agg, "id"),
                string(agg, "type"),
                sequence(),
                optionalString("prev"),
                string(json, "evt"),
                string(json, "rev"),
                optionalString("trial"),
                optionalString("site"),
                optionalString("sub"),
                issuedAt(),
                enteredAt(),
                json.has("src") ? Optional.of(object("src")) : Optional.empty(),
                object("act"),
                string(json, "auth"),
                optionalString("def"),
                optionalString("cmd"),
                object("meta"));
    }

    private List<String> classes() {
        JsonNode dcl = json.path(Claim.DISCLOSURE_CLASSES);
        List<String> classes = new ArrayList<>();
        for (JsonNode element : dcl) {
            classes.add(element.asString(""));
        }
        return classes;
    }

    private Instant issuedAt() throws EntryFormatException {
        JsonNode iat = json.path("iat");
        if (!iat.isBigDecimal()
                || iat.decimalValue().scale() != 3
                || iat.decimalValue().precision() > 18) {
            throw new EntryFormatException("claim iat is seconds since 1970 with three decimals");
        }
        return Instant.ofEpochMilli(iat.decimalValue().unscaledValue().longValueExact());
    }

    private Optional<OffsetDateTime> enteredAt() throws EntryFormatException {
        Optional<String> ent = optionalString("ent");
        try {
            return ent.map(OffsetDateTime::parse);
        } catch (DateTimeException e) {
            throw new EntryFormatException("claim ent is an ISO 8601 time with offset", e);
        }
    }

    private long sequence() throws EntryFormatException {
        JsonNode seq = json.path("seq");
        if (!seq.isIntegralNumber() || !seq.canConvertToLong()) {
            throw new EntryFormatException("claim seq is an integer");
        }
        return seq.longValue();
    }

    private Optional<String> optionalString(String claim) throws EntryFormatException {
        return json.has(claim) ? Optional.of(string(json, claim)) : Optional.empty();
    }

    private static String string(ObjectNode object, String claim) throws EntryFormatException {
        JsonNode value = object.path(claim);
        if (!value.isString()) {
            throw new EntryFormatException("claim " + claim + " is text, found " + value.getNodeType());
        }
        return value.stringValue();
    }

    private ObjectNode object(String claim) throws EntryFormatException {
        if (json.path(claim) instanceof ObjectNode object) {
            return object;
        }
        throw new EntryFormatException(
                "claim " + claim + " is an object, found " + json.path(claim).getNodeType());
    }
}

package org.indelible.anchoring.entry;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JWT claims set of an entry (RFC 7519 section 4), its claims always in this order.
 *
 * @param data the event's fields with digests in place of disclosable ones
 * @param classes value of {@code dcl}
 */
record Payload(EntryClaims claims, ObjectNode data, List<String> classes) {
    static final String HASH = "sha-256";

    /** Seconds and milliseconds since 1970 (RFC 7519 section 2, NumericDate), always with three decimals. */
    static BigDecimal numericDate(Instant instant) {
        return BigDecimal.valueOf(instant.toEpochMilli(), 3);
    }

    static String zonedTime(OffsetDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }

    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("jti", claims.jti());
        json.put("iat", numericDate(claims.iat()));
        claims.ent().ifPresent(ent -> json.put("ent", zonedTime(ent)));
        claims.src().ifPresent(src -> json.set("src", src));
        json.put("ledger", claims.ledger());
        claims.trial().ifPresent(trial -> json.put("trial", trial));
        claims.site().ifPresent(site -> json.put("site", site));
        claims.sub().ifPresent(sub -> json.put("sub", sub));
        json.putObject("agg").put("id", claims.stream()).put("type", claims.streamType());
        json.put("seq", claims.seq());
        claims.prev().ifPresent(prev -> json.put("prev", prev));
        json.put("evt", claims.evt());
        json.put("rev", claims.rev());
        json.set("act", claims.act());
        json.put("auth", claims.auth());
        claims.def().ifPresent(def -> json.put("def", def));
        claims.cmd().ifPresent(cmd -> json.put("cmd", cmd));
        json.set("meta", claims.meta());
        json.set("data", data);
        json.put(Claim.DIGEST_ALGORITHM, HASH);
        ArrayNode dcl = json.putArray(Claim.DISCLOSURE_CLASSES);
        classes.forEach(dcl::add);
        return json;
    }
}

package org.indelible.readmodel;

import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who or what data come from where that is not the account that recorded them (claim {@code src}; ODM AuditRecord and SourceID).
 *
 * @param kind person, participant, device, health-record, laboratory, algorithm or import
 * @param name in the originator's own list: an ODM user OID, a laboratory, a device
 * @param file hash of the imported file
 * @param row place in that file
 */
public record Originator(String kind, String name, Optional<String> file, Optional<String> row) {
    /** In place of a name where the file does not say who originated it. */
    public static final String NOT_STATED = "not-stated";

    public boolean named() {
        return !name.equals(NOT_STATED);
    }

    /** @param source the claim, as JSON */
    static Originator of(String source) {
        JsonNode claim = JsonMapper.shared().readTree(source);
        return new Originator(
                claim.path("kind").asString("").toLowerCase(Locale.ROOT).replace('_', '-'),
                claim.path("originator").asString(""),
                text(claim, "file"),
                text(claim, "row"));
    }

    private static Optional<String> text(JsonNode claim, String name) {
        return Optional.of(claim.path(name).asString("")).filter(text -> !text.isEmpty());
    }
}

package org.indelible.eventstore;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.messaging.MetaData;
import org.indelible.anchoring.entry.EntryClaims;
import org.indelible.anchoring.ledger.StoredEntry;
import org.indelible.eventstore.AppendRefusedException.Rule;
import org.indelible.shared.CommandMetadata;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Metadata of messages to claims of entries and back. A key that has no claim is refused, not dropped: metadata travels by itself, and what
 * is sealed can never be taken back.
 */
final class MetadataMapping {
    private static final String ACCOUNT = "account";

    private static final Set<String> KNOWN = Set.of(
            CommandMetadata.ACTOR,
            CommandMetadata.ORGANISATION,
            CommandMetadata.ROLE,
            CommandMetadata.SIGN_IN,
            CommandMetadata.SOURCE,
            CommandMetadata.ENTERED_AT,
            CommandMetadata.COMMAND_ID,
            CommandMetadata.SITE,
            CommandMetadata.STUDY_BUILD,
            EventMetadata.DERIVED_FROM);

    private final JsonMapper json = StoredJson.mapper();

    MetadataClaims claimsOf(MetaData metaData) {
        for (Map.Entry<String, Object> entry : metaData.entrySet()) {
            if (!KNOWN.contains(entry.getKey()) || !(entry.getValue() instanceof String)) {
                throw new AppendRefusedException(
                        Rule.METADATA,
                        "metadata " + entry.getKey() + " is not kept, or is not text; put it into the event");
            }
        }
        ObjectNode act = json.createObjectNode();
        text(metaData, CommandMetadata.ACTOR).ifPresent(value -> act.put(ACCOUNT, value));
        text(metaData, CommandMetadata.ORGANISATION).ifPresent(value -> act.put(CommandMetadata.ORGANISATION, value));
        text(metaData, CommandMetadata.ROLE).ifPresent(value -> act.put(CommandMetadata.ROLE, value));
        ObjectNode meta = json.createObjectNode();
        text(metaData, EventMetadata.DERIVED_FROM).ifPresent(value -> meta.put(EventMetadata.DERIVED_FROM, value));
        return new MetadataClaims(
                act,
                text(metaData, CommandMetadata.SOURCE).map(this::source),
                text(metaData, CommandMetadata.ENTERED_AT).map(MetadataMapping::enteredAt),
                text(metaData, CommandMetadata.SITE),
                text(metaData, CommandMetadata.STUDY_BUILD),
                text(metaData, CommandMetadata.COMMAND_ID),
                meta);
    }

    MetaData metaDataOf(StoredEntry entry, EntryClaims claims) {
        Map<String, Object> values = new HashMap<>();
        claims.meta()
                .properties()
                .forEach(property ->
                        values.put(property.getKey(), property.getValue().asString()));
        claims.act()
                .properties()
                .forEach(property -> values.put(
                        property.getKey().equals(ACCOUNT) ? CommandMetadata.ACTOR : property.getKey(),
                        property.getValue().asString()));
        claims.src().ifPresent(value -> values.put(CommandMetadata.SOURCE, value.toString()));
        claims.ent().ifPresent(value -> values.put(CommandMetadata.ENTERED_AT, value.toString()));
        claims.site().ifPresent(value -> values.put(CommandMetadata.SITE, value));
        claims.def().ifPresent(value -> values.put(CommandMetadata.STUDY_BUILD, value));
        claims.cmd().ifPresent(value -> values.put(CommandMetadata.COMMAND_ID, value));
        claims.trial().ifPresent(value -> values.put(EventMetadata.TRIAL, value));
        claims.sub().ifPresent(value -> values.put(EventMetadata.PARTICIPANT, value));
        values.put(EventMetadata.ENTRY_HASH, entry.entryHash());
        values.put(EventMetadata.LEAF_HASH, entry.leafHash());
        values.put(EventMetadata.LEDGER, entry.ledger());
        values.put(EventMetadata.LEAF_INDEX, entry.leafIndex());
        values.put(EventMetadata.STORED_AT, claims.iat());
        return MetaData.from(values);
    }

    private static Optional<String> text(MetaData metaData, String key) {
        return Optional.ofNullable((String) metaData.get(key));
    }

    private ObjectNode source(String text) {
        try {
            if (json.readTree(text) instanceof ObjectNode source) {
                return source;
            }
        } catch (JacksonException malformed) {
            throw refusal(CommandMetadata.SOURCE, "is not JSON");
        }
        throw refusal(CommandMetadata.SOURCE, "is not a JSON object");
    }

    private static OffsetDateTime enteredAt(String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeParseException malformed) {
            throw refusal(CommandMetadata.ENTERED_AT, "is not an ISO 8601 time with its zone's offset");
        }
    }

    private static AppendRefusedException refusal(String key, String defect) {
        return new AppendRefusedException(Rule.METADATA, "metadata " + key + " " + defect);
    }
}

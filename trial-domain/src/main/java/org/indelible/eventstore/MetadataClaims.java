package org.indelible.eventstore;

import java.time.OffsetDateTime;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What of a message's metadata its entry says, by claim. */
public record MetadataClaims(
        ObjectNode act,
        Optional<ObjectNode> src,
        Optional<OffsetDateTime> ent,
        Optional<String> site,
        Optional<String> def,
        Optional<String> cmd,
        ObjectNode meta) {}

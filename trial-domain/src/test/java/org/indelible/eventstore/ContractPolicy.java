package org.indelible.eventstore;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.indelible.anchoring.certificate.AuthorKey;
import org.indelible.anchoring.entry.EntryClaims;
import org.indelible.anchoring.ledger.StoredEntry;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What Axon's contract tests take for granted: any stream from any number on, any metadata, nobody in particular, and times as old as they like. */
final class ContractPolicy implements AppendPolicy {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final AuthorKey author;

    ContractPolicy(AuthorKey author) {
        this.author = author;
    }

    @Override
    public Placement placeOf(String stream) {
        return new Placement("contract", Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Override
    public boolean demandsContinuity() {
        return false;
    }

    @Override
    public Instant storedAt(String ledger, EventMessage<?> event) {
        return event.getTimestamp();
    }

    @Override
    public CertifiedAuthor authorOf(EventMessage<?> event, Instant storedAt) {
        return new CertifiedAuthor(author.certificate().subject(), author, "");
    }

    @Override
    public MetadataClaims claimsOf(MetaData metaData) {
        ObjectNode meta = JSON.createObjectNode();
        metaData.forEach((key, value) -> meta.put(key, value.toString()));
        return new MetadataClaims(
                JSON.createObjectNode(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                meta);
    }

    @Override
    public MetaData metaDataOf(StoredEntry entry, EntryClaims claims) {
        Map<String, Object> values = new HashMap<>();
        claims.meta()
                .properties()
                .forEach(meta -> values.put(meta.getKey(), meta.getValue().asString()));
        return MetaData.from(values);
    }
}

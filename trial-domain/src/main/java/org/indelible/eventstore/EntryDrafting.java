package org.indelible.eventstore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.indelible.anchoring.entry.EntryClaims;
import org.indelible.anchoring.entry.EntryDraft;
import org.indelible.anchoring.entry.EntrySealer;
import org.indelible.anchoring.entry.SaltSource;
import org.indelible.anchoring.entry.SealedEntry;
import org.indelible.anchoring.ledger.NewEntry;
import org.indelible.anchoring.ledger.StreamConflictException;
import tools.jackson.databind.node.ObjectNode;

/** The events of one append on their way to becoming sealed entries, each linked to the one before it in its stream. */
final class EntryDrafting {
    /** Stream type of an event that no aggregate published: a stream of one entry, named by the event's id. */
    static final String LONE_EVENT = "event";

    private record Place(String stream, String type, long seq) {}

    private record Link(long seq, String entryHash) {}

    private final AppendPolicy policy;
    private final EntrySealer sealer;
    private final SaltSource salts;
    private final StreamHeads heads;
    private final Serializer serializer;
    private final Map<String, Link> sealedHere = new HashMap<>();
    private final List<NewEntry> entries = new ArrayList<>();

    EntryDrafting(AppendPolicy policy, EntrySealer sealer, SaltSource salts, StreamHeads heads, Serializer serializer) {
        this.policy = policy;
        this.sealer = sealer;
        this.salts = salts;
        this.heads = heads;
        this.serializer = serializer;
    }

    List<NewEntry> entries() {
        return entries;
    }

    void add(EventMessage<?> event) {
        Place place = placeOf(event);
        Placement placement = policy.placeOf(place.stream);
        String ledger = placement.ledger();
        Instant storedAt = policy.storedAt(ledger, event);
        CertifiedAuthor author = policy.authorOf(event, storedAt);
        MetadataClaims metadata = policy.claimsOf(event.getMetaData());
        SerializedObject<ObjectNode> payload = event.serializePayload(serializer, ObjectNode.class);
        EntryClaims claims = new EntryClaims(
                jti(event, ledger),
                ledger,
                place.stream,
                place.type,
                place.seq,
                previous(place),
                payload.getType().getName(),
                payload.getType().getRevision(),
                placement.trial(),
                placement.site().or(metadata::site),
                placement.participant(),
                storedAt,
                metadata.ent(),
                metadata.src(),
                metadata.act(),
                author.certifiedBy(),
                metadata.def(),
                metadata.cmd(),
                metadata.meta());
        EntryDraft draft = new EntryDraft(claims, payload.getData());
        SealedEntry sealed = sealer.seal(draft, author.key(), salts);
        sealedHere.put(place.stream, new Link(place.seq, sealed.entryHash()));
        entries.add(NewEntry.of(draft, sealed));
    }

    private static Place placeOf(EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> domain
                ? new Place(domain.getAggregateIdentifier(), domain.getType(), domain.getSequenceNumber())
                : new Place(event.getIdentifier(), LONE_EVENT, 0);
    }

    /** Events of one command that is derived from something outside are numbered over the whole append. */
    private String jti(EventMessage<?> event, String ledger) {
        return event.getMetaData().get(EventMetadata.DERIVED_FROM) instanceof String source
                ? EventIds.derived(ledger, source, entries.size())
                : event.getIdentifier();
    }

    private Optional<String> previous(Place place) {
        Link link = sealedHere.get(place.stream);
        Optional<String> previous = link != null && link.seq == place.seq - 1
                ? Optional.of(link.entryHash)
                : heads.before(place.stream, place.seq);
        if (policy.demandsContinuity() && place.seq > 0 && previous.isEmpty()) {
            throw new StreamConflictException(
                    place.stream,
                    place.seq,
                    "stream " + place.stream + " has no entry " + (place.seq - 1) + " for this one to follow");
        }
        return previous;
    }
}

package org.indelible.eventstore;

import java.time.Instant;
import java.util.Optional;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.indelible.anchoring.entry.EntryClaims;
import org.indelible.anchoring.ledger.StoredEntry;
import org.indelible.eventstore.AppendRefusedException.Rule;
import org.indelible.shared.CommandMetadata;
import org.indelible.shared.ParticipantKey;
import org.indelible.shared.StreamId;
import org.indelible.shared.TrialId;

/**
 * The rules of every real ledger. Streams are the domain's; the author's key is certified for the account and organisation that act, at the
 * time of storage; streams start at 0 and have no gaps; time is the ledger's clock; metadata is what the claims provide for.
 */
public final class ProductionAppendPolicy implements AppendPolicy {
    private final AuthorKeys authors;
    private final LedgerClocks clocks;
    private final MetadataMapping metadata = new MetadataMapping();

    public ProductionAppendPolicy(AuthorKeys authors, LedgerClocks clocks) {
        this.authors = authors;
        this.clocks = clocks;
    }

    @Override
    public Placement placeOf(String stream) {
        try {
            StreamId id = StreamId.parse(stream);
            return new Placement(
                    id.ledger(),
                    id.trial().map(TrialId::value),
                    id instanceof StreamId.OfSite site
                            ? Optional.of(site.site().key().value())
                            : Optional.empty(),
                    id.participant().map(ParticipantKey::value));
        } catch (IllegalArgumentException foreign) {
            throw new AppendRefusedException(Rule.STREAM, foreign.getMessage() + "; only aggregates publish events");
        }
    }

    @Override
    public boolean demandsContinuity() {
        return true;
    }

    @Override
    public Instant storedAt(String ledger, EventMessage<?> event) {
        return clocks.next(ledger);
    }

    @Override
    public CertifiedAuthor authorOf(EventMessage<?> event, Instant storedAt) {
        String signIn = required(event, CommandMetadata.SIGN_IN);
        CertifiedAuthor author = authors.find(signIn)
                .orElseThrow(() -> refusal("sign-in " + signIn + " has no author key on this node; sign in again"));
        requireSame(
                "account",
                required(event, CommandMetadata.ACTOR),
                author.subject().account());
        requireSame(
                "organisation",
                required(event, CommandMetadata.ORGANISATION),
                author.subject().organisation());
        if (!author.key().certificate().isValidAt(storedAt)) {
            throw refusal("the certificate of sign-in " + signIn + " is not valid at " + storedAt + "; sign in again");
        }
        return author;
    }

    private static String required(EventMessage<?> event, String key) {
        if (event.getMetaData().get(key) instanceof String value) {
            return value;
        }
        throw refusal("an event names its " + key + " in its metadata");
    }

    private static void requireSame(String what, String acting, String certified) {
        if (!acting.equals(certified)) {
            throw refusal("the acting " + what + " is " + acting + ", the key is certified for " + certified);
        }
    }

    private static AppendRefusedException refusal(String message) {
        return new AppendRefusedException(Rule.AUTHOR, message);
    }

    @Override
    public MetadataClaims claimsOf(MetaData metaData) {
        return metadata.claimsOf(metaData);
    }

    @Override
    public MetaData metaDataOf(StoredEntry entry, EntryClaims claims) {
        return metadata.metaDataOf(entry, claims);
    }
}

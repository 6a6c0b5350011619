package org.indelible.anchoring.entry;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * What every entry says about its event, in the order in which it is written; all of it in clear.
 *
 * @param jti event id, unique (RFC 7519 section 4.1.7)
 * @param ledger the ledger the entry is sealed for
 * @param stream stream (aggregate) id
 * @param streamType stream (aggregate) type
 * @param seq number in the stream, from 0
 * @param prev {@link SealedEntry#entryHash()} of the stream's previous entry; absent at {@code seq} 0
 * @param evt stable event type name
 * @param rev revision of the event type
 * @param trial the trial concerned
 * @param site the participant's site at that moment
 * @param sub the participant (RFC 7519 section 4.1.2)
 * @param iat system time of storage, cut to milliseconds
 * @param ent time entered at source, with its zone
 * @param src originator where it is not the actor
 * @param act actor: account, organisation, role in force
 * @param auth hash of the platform entry that certified the actor's key
 * @param def hash of the study build the event was made under
 * @param cmd id of the command
 * @param meta allow-listed metadata
 */
public record EntryClaims(
        String jti,
        String ledger,
        String stream,
        String streamType,
        long seq,
        Optional<String> prev,
        String evt,
        String rev,
        Optional<String> trial,
        Optional<String> site,
        Optional<String> sub,
        Instant iat,
        Optional<OffsetDateTime> ent,
        Optional<ObjectNode> src,
        ObjectNode act,
        String auth,
        Optional<String> def,
        Optional<String> cmd,
        ObjectNode meta) {
    public EntryClaims {
        iat = iat.truncatedTo(ChronoUnit.MILLIS);
        if (seq < 0 || (seq == 0 && prev.isPresent())) {
            throw new IllegalArgumentException("entry " + seq + " of a stream cannot have the previous entry " + prev);
        }
    }
}

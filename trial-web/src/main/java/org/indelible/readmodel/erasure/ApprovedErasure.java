package org.indelible.readmodel.erasure;

import java.util.List;
import java.util.Optional;

/**
 * An erasure that is ordered.
 *
 * @param approval leaf index of the entry that orders it
 * @param entry of a text: the entry it stands in
 */
public record ApprovedErasure(
        String trial,
        String request,
        Optional<String> participant,
        boolean ofIdentity,
        Optional<Long> entry,
        List<String> digests,
        long approval) {
    public ApprovedErasure {
        digests = List.copyOf(digests);
    }
}

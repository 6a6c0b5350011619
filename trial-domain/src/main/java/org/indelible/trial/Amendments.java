package org.indelible.trial;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The amendments of a trial. One that was withdrawn stays on record; one that was approved is history, which nobody rolls back. */
public record Amendments(Map<AmendmentId, Amendment> all) {
    static final Amendments NONE = new Amendments(Map.of());

    /** How far an amendment is. */
    public enum Status {
        SUBMITTED,
        APPROVED,
        WITHDRAWN
    }

    /** One amendment as it stands. */
    public record Amendment(ProposedDefinition definition, Status status) {}

    public Optional<Amendment> find(AmendmentId id) {
        return Optional.ofNullable(all.get(id));
    }

    Amendments submitted(AmendmentId id, ProposedDefinition definition) {
        return with(id, new Amendment(definition, Status.SUBMITTED));
    }

    Amendments became(AmendmentId id, Status status) {
        return find(id).map(amendment -> with(id, new Amendment(amendment.definition(), status)))
                .orElse(this);
    }

    private Amendments with(AmendmentId id, Amendment amendment) {
        Map<AmendmentId, Amendment> more = new HashMap<>(all);
        more.put(id, amendment);
        return new Amendments(Map.copyOf(more));
    }
}

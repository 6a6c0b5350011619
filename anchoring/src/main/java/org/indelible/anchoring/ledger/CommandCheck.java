package org.indelible.anchoring.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.indelible.anchoring.entry.EntryClaims;
import org.indelible.anchoring.ledger.BatchHeads.StreamHead;
import org.jspecify.annotations.Nullable;

/** Which commands of a batch may go in: each against what is stored and against the winners before it. */
final class CommandCheck {
    private final BatchHeads heads;
    private final StreamRule rule;

    CommandCheck(BatchHeads heads, StreamRule rule) {
        this.heads = heads;
        this.rule = rule;
    }

    /** Why the command loses; empty where it wins, and then the next command is held against it. */
    Optional<LedgerException> admit(PendingCommand command) {
        Map<String, StreamHead> within = new HashMap<>();
        Map<String, Boolean> jtis = new HashMap<>();
        for (PreparedEntry entry : command.entries()) {
            Optional<LedgerException> refusal = check(entry, within, jtis);
            if (refusal.isPresent()) {
                return refusal;
            }
            EntryClaims claims = entry.claims();
            within.put(claims.stream(), new StreamHead(claims.ledger(), claims.seq(), entry.entryHash()));
        }
        command.entries().forEach(heads::add);
        return Optional.empty();
    }

    private Optional<LedgerException> check(
            PreparedEntry entry, Map<String, StreamHead> within, Map<String, Boolean> jtis) {
        EntryClaims claims = entry.claims();
        if (heads.isStored(claims.jti()) || jtis.put(claims.jti(), true) != null) {
            return Optional.of(new DuplicateJtiException(claims.jti()));
        }
        if (heads.isErased(entry.encrypted())) {
            return Optional.of(new AppendRejectedException(
                    AppendRejectedException.Reason.KEY_ERASED,
                    "the key of " + claims.stream() + " was destroyed while the command was under way; repeat it"));
        }
        StreamHead head =
                within.containsKey(claims.stream()) ? within.get(claims.stream()) : heads.stream(claims.stream());
        return Optional.ofNullable(
                rule == StreamRule.CONTINUOUS ? continuity(claims, head) : uniqueness(claims, within, head));
    }

    private static @Nullable LedgerException continuity(EntryClaims claims, @Nullable StreamHead head) {
        long expected = head == null ? 0 : head.seq() + 1;
        if (claims.seq() != expected) {
            return conflict(
                    claims, "stream " + claims.stream() + " goes on with number " + expected + ", not " + claims.seq());
        }
        Optional<String> prev = Optional.ofNullable(head).map(StreamHead::entryHash);
        if (!claims.prev().equals(prev)) {
            return conflict(
                    claims,
                    "entry " + claims.seq() + " of stream " + claims.stream()
                            + " cites another previous entry than the stored one: expected " + prev.orElse("none")
                            + ", found "
                            + claims.prev().orElse("none"));
        }
        return moved(claims, head);
    }

    private @Nullable LedgerException uniqueness(
            EntryClaims claims, Map<String, StreamHead> within, @Nullable StreamHead head) {
        StreamHead earlier = within.get(claims.stream());
        if (heads.isTaken(claims.stream(), claims.seq()) || (earlier != null && earlier.seq() >= claims.seq())) {
            return conflict(claims, "number " + claims.seq() + " of stream " + claims.stream() + " is taken");
        }
        return moved(claims, head);
    }

    private static @Nullable LedgerException moved(EntryClaims claims, @Nullable StreamHead head) {
        return head == null || head.ledger().equals(claims.ledger())
                ? null
                : conflict(
                        claims,
                        "stream " + claims.stream() + " stands in ledger " + head.ledger() + ", not in "
                                + claims.ledger());
    }

    private static StreamConflictException conflict(EntryClaims claims, String message) {
        return new StreamConflictException(claims.stream(), claims.seq(), message);
    }
}

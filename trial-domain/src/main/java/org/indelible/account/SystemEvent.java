package org.indelible.account;

import java.time.Instant;
import java.util.List;
import org.indelible.anchoring.ledger.CheckpointEvent;
import org.indelible.eventstore.EventType;
import org.indelible.eventstore.InClear;
import org.indelible.shared.AccountId;
import org.indelible.shared.EntryHash;

/** What happened to a system that authors entries. */
public sealed interface SystemEvent {

    @EventType(name = "system-registered")
    record SystemRegistered(
            @InClear AccountId name, @InClear String purpose) implements SystemEvent {}

    @EventType(name = "certificate-issued")
    record CertificateIssued(@InClear AuthorCertificate certificate) implements SystemEvent {}

    /**
     * The server's clock was found to have been changed (FDA Part 11 guidance 2024 Q14).
     *
     * @param expected what it should have said: by a clock that nobody sets, or by the last entry that was stored
     * @param found what it said
     */
    @EventType(name = "clock-changed")
    record ClockChanged(
            @InClear ClockChange found,
            @InClear Instant expected,
            @InClear Instant said) implements SystemEvent {}

    /**
     * Values were taken out again after a restore brought them back. What is taken out for it cites the hash of this entry.
     *
     * @param orders the entries that once ordered it, which the restored database need not hold
     */
    @EventType(name = "erasures-reapplied")
    record ErasuresReapplied(@InClear List<EntryHash> orders) implements SystemEvent {
        public ErasuresReapplied {
            orders = List.copyOf(orders);
        }
    }

    /**
     * A trial's checkpoint (C2SP tlog-checkpoint), appended by the checkpoint service itself: with the checkpoints of the platform, those of all trials are witnessed.
     *
     * @param size tree size, decimal
     * @param root base64 of the RFC 6962 root
     * @param note the signed note
     */
    @EventType(name = CheckpointEvent.TYPE)
    record TrialCheckpointSigned(
            @InClear String ledger,
            @InClear String size,
            @InClear String root,
            @InClear String note) implements SystemEvent {}
}

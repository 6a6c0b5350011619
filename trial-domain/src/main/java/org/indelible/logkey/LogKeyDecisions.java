package org.indelible.logkey;

import java.util.List;
import org.indelible.anchoring.checkpoint.KeyHandover;
import org.indelible.anchoring.ledger.LogName;
import org.indelible.anchoring.note.VerifierKey;
import org.indelible.anchoring.primitive.Ed25519Key;
import org.indelible.authority.Act;
import org.indelible.authority.Authority;
import org.indelible.logkey.LogKeyCommand.RotateLogKey;
import org.indelible.logkey.LogKeyEvent.LogKeyRotated;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.RecordedReason;

/** Who may let another key sign, and which. */
final class LogKeyDecisions {
    private LogKeyDecisions() {}

    static List<LogKeyEvent> decide(LogKeyState state, LogKeyCommand command, Authority authority) {
        authority.require(Act.ROTATE_KEYS);
        return switch (command) {
            case RotateLogKey rotate -> List.of(rotate(state, rotate));
        };
    }

    private static LogKeyEvent rotate(LogKeyState state, RotateLogKey command) {
        KeyHandover handover = command.handover();
        String from = verifierKey(handover, handover.from());
        String to = verifierKey(handover, handover.to());
        if (!LogName.parse(handover.origin().substring(handover.origin().lastIndexOf('/') + 1))
                .ledger()
                .equals(command.ledger())) {
            throw new DomainRefusal(
                    "handover-of-another-log", "The keys are those of " + handover.origin() + ".", "Name that ledger.");
        }
        if (state.current().filter(current -> !sameKey(current, from)).isPresent() || handover.size() < state.size()) {
            throw new DomainRefusal(
                    "another-key-in-force",
                    "Another key has taken the place of this one before.",
                    "Only the key that signs now can be replaced.");
        }
        if (state.retired().stream().anyMatch(old -> sameKey(old, to))) {
            throw new DomainRefusal(
                    "key-used-before", "The new key has signed this ledger before.", "A retired key never comes back.");
        }
        if (command.lost() == handover.isVouchedFor()) {
            throw new DomainRefusal(
                    "handover-not-as-said",
                    command.lost()
                            ? "The old key is said to be lost, and has signed."
                            : "The old key has not signed for the new one.",
                    "A key that is there signs the handover; one that is lost is declared lost.");
        }
        return new LogKeyRotated(
                command.ledger(),
                Long.toString(handover.size()),
                from,
                to,
                command.lost(),
                handover.note().toString(),
                command.orderedBy(),
                RecordedReason.of(command.reason()));
    }

    private static String verifierKey(KeyHandover handover, Ed25519Key key) {
        return new VerifierKey(handover.origin(), VerifierKey.ED25519, key).toString();
    }

    /** The name before it may be another since a recovery. */
    private static boolean sameKey(String one, String other) {
        return one.substring(one.lastIndexOf('+')).equals(other.substring(other.lastIndexOf('+')));
    }
}

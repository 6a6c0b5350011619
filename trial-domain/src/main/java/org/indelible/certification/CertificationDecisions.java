package org.indelible.certification;

import java.util.List;
import org.indelible.authority.Act;
import org.indelible.authority.Authority;
import org.indelible.certification.CertificationCommand.RotateAuthority;
import org.indelible.certification.CertificationEvent.AuthorityRotated;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.RecordedReason;

/** Who may let another authority certify, and which. */
final class CertificationDecisions {
    private CertificationDecisions() {}

    static List<CertificationEvent> decide(
            CertificationState state, CertificationCommand command, Authority authority) {
        authority.require(Act.ROTATE_KEYS);
        return switch (command) {
            case RotateAuthority rotate -> List.of(rotate(state, rotate));
        };
    }

    private static CertificationEvent rotate(CertificationState state, RotateAuthority command) {
        boolean another = !state.roots().isEmpty() && !state.roots().getLast().equals(command.previous());
        if (another || command.since() <= state.since()) {
            throw new DomainRefusal(
                    "another-authority-in-force",
                    "Another authority has taken the place of this one before.",
                    "Only the authority that certifies now can be replaced.");
        }
        if (command.root().equals(command.previous()) || state.roots().contains(command.root())) {
            throw new DomainRefusal(
                    "key-used-before", "The new root has certified before.", "A retired authority never comes back.");
        }
        return new AuthorityRotated(
                Long.toString(command.since()),
                command.previous(),
                command.root(),
                command.lost(),
                command.orderedBy(),
                RecordedReason.of(command.reason()));
    }
}

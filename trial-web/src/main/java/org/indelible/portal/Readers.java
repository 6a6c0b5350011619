package org.indelible.portal;

import java.util.Optional;
import java.util.Set;
import org.indelible.authority.Blinding;
import org.indelible.authority.Side;
import org.indelible.readmodel.Visibility;
import org.indelible.security.SignedInPerson;

/** What a person's role lets them see (R54, R68). */
final class Readers {
    private Readers() {}

    static Visibility visibility(SignedInPerson person) {
        Side side = person.role().side();
        boolean identity = side == Side.SITE || side == Side.PARTICIPANT;
        boolean allocation = person.role().blinding() == Blinding.UNBLINDED;
        Optional<Set<String>> sites =
                person.role().atSites() ? person.inForce().site().map(site -> Set.of(site.value())) : Optional.empty();
        return new Visibility(identity, allocation, sites, person.onlyParticipant());
    }
}

package org.indelible.readmodel.api;

import java.util.Optional;
import java.util.Set;
import org.indelible.authority.Blinding;
import org.indelible.authority.Side;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.AsOfRefused;
import org.indelible.readmodel.AsOfResolver;
import org.indelible.readmodel.Visibility;
import org.indelible.security.LedgerAccess;
import org.indelible.security.SignedInPerson;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.TrialId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Who reads a trial, as of which point, and what they may see of it. */
@Component
public class TrialReader {
    private final AsOfResolver points;
    private final LedgerAccess access;

    TrialReader(AsOfResolver points, LedgerAccess access) {
        this.points = points;
        this.access = access;
    }

    public record Reading(AsOf asOf, Visibility visibility) {}

    /**
     * @param asOf empty for now
     * @throws DomainRefusal where there is no such trial, or the role in force does not reach it, which is recorded
     */
    public Reading of(SignedInPerson person, String trial, String asOf, String route) {
        access.require(person, trial, route);
        AsOf point = resolve(id(trial), asOf);
        if (point.currentSize() == 0) {
            throw unknown();
        }
        return new Reading(point, visibility(person));
    }

    private AsOf resolve(TrialId trial, String asOf) {
        try {
            return points.resolve(trial.value(), asOf);
        } catch (AsOfRefused refused) {
            throw BadParameter.of(HttpStatus.BAD_REQUEST, refused.code(), refused.getMessage());
        }
    }

    private static TrialId id(String trial) {
        try {
            return new TrialId(trial);
        } catch (IllegalArgumentException malformed) {
            throw unknown();
        }
    }

    private static DomainRefusal unknown() {
        return new DomainRefusal(
                "unknown-trial", "There is no such trial.", "GET /api/v1/trials lists those you may see.");
    }

    private static Visibility visibility(SignedInPerson person) {
        Side side = person.role().side();
        Optional<Set<String>> sites =
                person.role().atSites() ? person.inForce().site().map(site -> Set.of(site.value())) : Optional.empty();
        return new Visibility(
                side == Side.SITE || side == Side.PARTICIPANT,
                person.role().blinding() == Blinding.UNBLINDED,
                sites,
                person.onlyParticipant());
    }
}

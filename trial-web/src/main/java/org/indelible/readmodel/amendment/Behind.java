package org.indelible.readmodel.amendment;

import java.util.List;
import java.util.Optional;
import org.indelible.readmodel.DataPoint.FormPoint;

/**
 * A participant of a site who is not wholly under the build that the site has activated.
 *
 * @param build hash of the participant's build
 * @param reconsent the consent form that is signed first; empty where none is, or it is signed
 * @param toMove begun forms that the amendment changes, under an earlier build, neither signed nor frozen
 * @param signed such forms that were signed, which move on only one by one and on purpose
 */
public record Behind(
        String participant,
        String build,
        boolean adopted,
        Optional<String> reconsent,
        List<FormPoint> toMove,
        List<FormPoint> signed) {
    public Behind {
        toMove = List.copyOf(toMove);
        signed = List.copyOf(signed);
    }

    /** Whether the site can move the participant on now. */
    public boolean mayAdopt() {
        return !adopted && reconsent.isEmpty();
    }
}

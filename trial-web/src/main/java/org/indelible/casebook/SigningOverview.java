package org.indelible.casebook;

import java.util.List;
import org.indelible.readmodel.participant.VisitStatus;

/**
 * The signatures of a casebook at a glance.
 *
 * @param whole signatures over the whole casebook, newest first
 * @param signWhole address to sign it; empty where the reader may not, or there is nothing to sign
 */
record SigningOverview(List<SignatureLine> whole, String signWhole, List<Visit> visits) {
    /**
     * @param unsigned number of forms with data that no signature covers as they stand
     * @param sign address to sign the visit; empty where the reader may not, or there is nothing to sign
     */
    record Visit(
            String name, String date, VisitStatus status, int unsigned, List<SignatureLine> signatures, String sign) {}
}

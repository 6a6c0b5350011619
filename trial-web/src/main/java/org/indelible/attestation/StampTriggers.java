package org.indelible.attestation;

import java.util.List;
import java.util.Set;
import org.indelible.anchoring.attest.Stamping;
import org.indelible.anchoring.ledger.AppendReceipt;
import org.indelible.anchoring.ledger.AppendRequest;
import org.indelible.anchoring.ledger.NewEntry;
import org.indelible.eventstore.AppendListener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Has signatures, locks and exports time-stamped at once: what people rely on later is dated by somebody else. */
@Component
class StampTriggers implements AppendListener {
    private static final Set<String> ENDINGS = Set.of("-signed", "-locked", "-exported");

    private final ObjectProvider<Stamping> stamping;

    StampTriggers(ObjectProvider<Stamping> stamping) {
        this.stamping = stamping;
    }

    @Override
    public void appended(AppendRequest request, AppendReceipt receipt) {
        List<NewEntry> entries = request.entries();
        for (int i = 0; i < entries.size(); i++) {
            String type = entries.get(i).claims().evt();
            if (ENDINGS.stream().anyMatch(type::endsWith)) {
                stamping.getObject()
                        .want(
                                receipt.entries().get(i).ledger(),
                                receipt.entries().get(i).leafIndex(),
                                type);
            }
        }
    }
}

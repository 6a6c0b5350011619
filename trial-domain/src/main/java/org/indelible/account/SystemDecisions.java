package org.indelible.account;

import java.util.List;
import org.indelible.account.SystemCommand.CertifySystemKey;
import org.indelible.account.SystemCommand.ReapplyErasures;
import org.indelible.account.SystemCommand.RecordClockChange;
import org.indelible.account.SystemEvent.CertificateIssued;
import org.indelible.account.SystemEvent.ClockChanged;
import org.indelible.account.SystemEvent.ErasuresReapplied;
import org.indelible.account.SystemEvent.SystemRegistered;
import org.indelible.authority.Act;
import org.indelible.authority.Authority;

/** What is asked of a system that authors entries, and what comes of it. */
final class SystemDecisions {
    private SystemDecisions() {}

    static List<SystemEvent> decide(SystemState state, SystemCommand command, Authority authority) {
        authority.require(command instanceof ReapplyErasures ? Act.CARRY_OUT_ERASURE : Act.KEEP_SIGN_INS);
        return switch (command) {
            case ReapplyErasures reapply -> List.of(new ErasuresReapplied(reapply.orders()));
            case CertifySystemKey certify ->
                known(state, certify, certify.purpose(), new CertificateIssued(certify.certificate()));
            case RecordClockChange change ->
                known(
                        state,
                        change,
                        "watches the server's clock",
                        new ClockChanged(change.found(), change.expected(), change.said()));
        };
    }

    private static List<SystemEvent> known(
            SystemState state, SystemCommand command, String purpose, SystemEvent event) {
        return state.registered() ? List.of(event) : List.of(new SystemRegistered(command.name(), purpose), event);
    }
}

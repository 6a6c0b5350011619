package org.indelible.casebook;

import java.util.List;
import java.util.Optional;
import org.indelible.authority.Act;
import org.indelible.authority.Authority;
import org.indelible.authority.FreshSignature;
import org.indelible.casebook.CasebookState.Registered;
import org.indelible.casebook.SigningCommand.*;
import org.indelible.casebook.SigningEvent.*;
import org.indelible.shared.SignatureRecord;

/** Signatures: of data that are there, that were shown as they are now, by who authenticated for it. */
final class SigningDecisions {
    private SigningDecisions() {}

    static List<CasebookEvent> decide(Registered casebook, SigningCommand command, Authority authority) {
        authority.require(Act.SIGN);
        Version latest = casebook.records().lastChange(command.scope());
        if (latest.equals(Version.NONE) || command.shown().isEmpty()) {
            throw CasebookRefusals.nothingToSign();
        }
        if (command.seen().seq() < latest.seq()) {
            throw CasebookRefusals.dataChangedSinceShown();
        }
        casebook.records().forms().keySet().stream()
                .filter(form -> command.scope().covers(form))
                .forEach(form -> PartLockDecisions.requireUnlocked(casebook, form, Optional.empty()));
        if (!ShownEntry.fit(command.shown())) {
            throw CasebookRefusals.scopeTooLarge();
        }
        SignatureRecord signature = FreshSignature.of(authority, command.meaning(), command.authentication());
        return List.of(event(command, signature, latest));
    }

    static SigningEvent event(SigningCommand command, SignatureRecord signature, Version latest) {
        return switch (command) {
            case SignForm c -> new FormSigned(c.form(), signature, latest, c.shown());
            case SignVisit c -> new VisitSigned(c.visit(), signature, latest, c.shown());
            case SignCasebook c -> new CasebookSigned(signature, latest, c.shown());
        };
    }
}

package org.indelible.casebook;

import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.casebook.CasebookState.Registered;
import org.indelible.shared.SignatureRecord;

/** The event that a signature would be, before it is authenticated: what a passkey is asked to agree to. */
public final class SignatureOffer {
    private SignatureOffer() {}

    /** All of it is as it will be recorded, but for what {@code signature} says of printed name and authentication. */
    public static SigningEvent of(CasebookState state, SigningCommand command) {
        if (!(state instanceof Registered casebook)) {
            throw CasebookRefusals.nothingToSign();
        }
        Version latest = casebook.records().lastChange(command.scope());
        if (latest.equals(Version.NONE)) {
            throw CasebookRefusals.nothingToSign();
        }
        return SigningDecisions.event(
                command,
                new SignatureRecord(
                        command.meaning(), Disclosable.of("", DisclosureClass.FREE_TEXT), command.authentication()),
                latest);
    }
}

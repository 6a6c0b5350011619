package org.indelible.casebook;

import java.util.List;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.authority.Act;
import org.indelible.authority.Authority;
import org.indelible.casebook.CasebookState.Registered;
import org.indelible.casebook.DeviationCommand.AssessDeviation;
import org.indelible.casebook.DeviationEvent.DeviationAssessed;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.Reason;

/** Class, action and follow-up of deviations. */
final class DeviationDecisions {
    private DeviationDecisions() {}

    static List<CasebookEvent> decide(Registered casebook, DeviationCommand command, Authority authority) {
        authority.require(Act.ASSESS_DEVIATION);
        return switch (command) {
            case AssessDeviation c -> {
                if (!casebook.deviations().contains(c.deviation())) {
                    throw new DomainRefusal(
                            "deviation-unknown", "There is no such deviation in this casebook.", "Look at the list.");
                }
                yield List.of(new DeviationAssessed(
                        c.deviation(),
                        c.grade(),
                        Disclosable.of(Reason.of(c.action()).text(), DisclosureClass.FREE_TEXT),
                        Disclosable.of(c.followUp().map(text -> Reason.of(text).text()), DisclosureClass.FREE_TEXT),
                        c.closed()));
            }
        };
    }
}

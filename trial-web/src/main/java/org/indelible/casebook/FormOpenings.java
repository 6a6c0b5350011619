package org.indelible.casebook;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.indelible.authority.Act;
import org.indelible.authority.AuthorityEvaluator;
import org.indelible.authority.AuthorityRequest;
import org.indelible.platform.LedgerTime;
import org.indelible.portal.Acts;
import org.indelible.portal.TrialPage;
import org.indelible.readmodel.DataPoint.FormPoint;
import org.indelible.readmodel.casebook.CasebookView;
import org.indelible.readmodel.casebook.EventView;
import org.indelible.readmodel.casebook.FormView;
import org.indelible.readmodel.participant.VisitStatus;
import org.indelible.readmodel.review.Openings;
import org.indelible.shared.CasebookId;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.StreamId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which forms a signer had before them: recorded when a page shows one, asked when they come to sign (R38). */
@Component
class FormOpenings {
    private final AuthorityEvaluator authority;
    private final LedgerTime time;
    private final Openings openings;
    private final Acts acts;

    FormOpenings(AuthorityEvaluator authority, LedgerTime time, Openings openings, Acts acts) {
        this.authority = authority;
        this.time = time;
        this.openings = openings;
        this.acts = acts;
    }

    /** Whether this person may sign in this casebook today, their duties at its site counted. */
    boolean maySign(TrialPage page, CasebookView casebook) {
        return page.may(Act.SIGN)
                && !casebook.participant().status().equals("locked")
                && authority
                        .evaluate(new AuthorityRequest(
                                page.person().actor(),
                                StreamId.of(id(page, casebook)),
                                Optional.empty(),
                                time.clockOf(page.id()).instant()))
                        .permits(Act.SIGN);
    }

    /** The page is about to show this form. That it could not be recorded keeps nobody from reading; the form then counts as unopened. */
    void opened(TrialPage page, CasebookView casebook, FormAddress address) {
        boolean locked = FormPages.form(casebook, address)
                .map(FormView::status)
                .filter(VisitStatus.LOCKED::equals)
                .isPresent();
        boolean recorded = FormPages.form(casebook, address)
                .map(form -> isOpened(form, of(page, casebook).get(address.point())))
                .orElse(true);
        if (locked || recorded || !maySign(page, casebook)) {
            return;
        }
        try {
            acts.perform(
                    page.person(),
                    new ReviewCommand.OpenForm(id(page, casebook), address.ref(), new Version(casebook.entries() - 1)));
        } catch (DomainRefusal meanwhile) {
            // The casebook was locked, or the duty ended, between the question and the act.
            return;
        }
    }

    /** The forms that this person had before them in the state they are in. */
    Set<FormAddress> openedAsTheyAre(TrialPage page, CasebookView casebook) {
        Map<FormPoint, Long> opened = of(page, casebook);
        Set<FormAddress> addresses = new HashSet<>();
        for (EventView visit : casebook.events()) {
            for (FormView form : visit.forms()) {
                FormPoint point = new FormPoint(visit.oid(), visit.key(), form.oid(), form.key());
                if (isOpened(form, opened.get(point))) {
                    addresses.add(FormAddress.of(point));
                }
            }
        }
        return addresses;
    }

    private Map<FormPoint, Long> of(TrialPage page, CasebookView casebook) {
        return openings.of(
                page.asOf(),
                page.visibility(),
                casebook.participant().key(),
                page.person().username());
    }

    private static boolean isOpened(FormView form, @Nullable Long opening) {
        return opening != null && opening > form.lastChange();
    }

    private static CasebookId id(TrialPage page, CasebookView casebook) {
        return Casebooks.id(page, casebook.participant().key());
    }
}

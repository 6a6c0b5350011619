package org.indelible.casebook;

import org.indelible.portal.TrialPage;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.readmodel.casebook.CasebookQueries;
import org.indelible.readmodel.casebook.CasebookView;
import org.indelible.readmodel.casebook.FormView;
import org.indelible.readmodel.trial.TrialQueries;
import org.indelible.shared.CasebookId;
import org.indelible.shared.ParticipantKey;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The casebook of a page and the study builds that tell how to read it. */
@Component
class Casebooks {
    private final CasebookQueries casebooks;
    private final TrialQueries trials;

    Casebooks(CasebookQueries casebooks, TrialQueries trials) {
        this.casebooks = casebooks;
        this.trials = trials;
    }

    CasebookView casebook(TrialPage page, String participant) {
        return casebooks
                .casebook(page.asOf(), page.visibility(), participant)
                .orElseThrow(() -> notFound("There is no such participant, or none that you may see."));
    }

    /** The build the participant is under, else the one the trial published last. */
    StudyBuild build(TrialPage page, CasebookView casebook) {
        return casebook.participant()
                .build()
                .flatMap(trials::build)
                .or(() -> trials.latestBuild(page.asOf()))
                .orElseThrow(() -> notFound("No study build had been published then."));
    }

    /** A form that has been started keeps the build it was started under. */
    StudyBuild build(TrialPage page, CasebookView casebook, FormAddress address) {
        return FormPages.form(casebook, address)
                .flatMap(FormView::build)
                .flatMap(trials::build)
                .orElseGet(() -> build(page, casebook));
    }

    /** As {@link #build(TrialPage, CasebookView, FormAddress)}, without reading the whole casebook where the form has begun. */
    StudyBuild build(TrialPage page, String participant, FormAddress address) {
        return casebooks
                .form(page.asOf(), page.visibility(), participant, address.point())
                .flatMap(FormView::build)
                .flatMap(trials::build)
                .orElseGet(() -> build(page, casebook(page, participant)));
    }

    static CasebookId id(TrialPage page, String participant) {
        return new CasebookId(page.trialId(), new ParticipantKey(participant));
    }

    static ResponseStatusException notFound(String message) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, message);
    }
}

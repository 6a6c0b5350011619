package org.indelible.site;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.indelible.casebook.FormRef;
import org.indelible.casebook.LifecycleCommand.AdoptBuild;
import org.indelible.casebook.RepeatKey;
import org.indelible.casebook.VisitCommand.MigrateForm;
import org.indelible.commands.Acting;
import org.indelible.commands.Commands;
import org.indelible.commands.Outcome;
import org.indelible.jobs.Finding;
import org.indelible.jobs.JobContext;
import org.indelible.readmodel.DataPoint.FormPoint;
import org.indelible.readmodel.amendment.Behind;
import org.indelible.shared.CasebookId;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.ParticipantKey;
import org.indelible.shared.TrialId;
import org.springframework.stereotype.Component;

/** Moves the participants of a site on to its study build, one command after the other; what is refused stays where it is and is told. */
@Component
class MovingOn {
    private final Commands commands;

    MovingOn(Commands commands) {
        this.commands = commands;
    }

    void move(TrialId trial, List<Behind> behind, Acting acting, JobContext job) {
        List<Behind> ready =
                behind.stream().filter(row -> row.reconsent().isEmpty()).toList();
        long total = ready.stream().mapToLong(row -> 1 + row.toMove().size()).sum();
        long done = 0;
        Optional<Outcome> last = Optional.empty();
        job.doing("Moving on");
        for (Behind row : ready) {
            if (job.cancelled()) {
                break;
            }
            CasebookId casebook = new CasebookId(trial, new ParticipantKey(row.participant()));
            Optional<Outcome> adopted = send(new AdoptBuild(casebook), row.participant(), "participants", acting, job);
            last = adopted.or(latest(last));
            if (adopted.isPresent()) {
                for (FormPoint form : row.toMove()) {
                    last = send(
                                    new MigrateForm(casebook, ref(form), Optional.empty()),
                                    row.participant(),
                                    "forms",
                                    acting,
                                    job)
                            .or(latest(last));
                }
            }
            done += 1 + row.toMove().size();
            job.progress(done, total);
        }
        last.flatMap(Outcome::appended).ifPresent(receipt -> commands.shown(receipt.lastPosition()));
    }

    private static Supplier<Optional<Outcome>> latest(Optional<Outcome> before) {
        return () -> before;
    }

    private Optional<Outcome> send(Object command, String participant, String count, Acting acting, JobContext job) {
        try {
            Outcome outcome = commands.send(command, acting);
            if (outcome.changedAnything()) {
                job.count(count, 1);
            }
            return Optional.of(outcome);
        } catch (DomainRefusal refusal) {
            job.finding(
                    Finding.of(Finding.Level.WARNING, refusal.code(), participant, String.valueOf(refusal.getMessage()))
                            .cure(refusal.cure()));
            return Optional.empty();
        }
    }

    private static FormRef ref(FormPoint point) {
        return new FormRef(
                point.event(),
                new RepeatKey(point.eventKey().orElse("")),
                point.form(),
                new RepeatKey(point.formKey().orElse("")));
    }
}

package org.indelible.casebook;

import java.util.List;
import org.indelible.authority.ActivatedBuild;
import org.indelible.authority.AmendmentApplication;
import org.indelible.authority.Authority;
import org.indelible.authority.SiteScope;
import org.indelible.casebook.CasebookState.Registered;
import org.indelible.casebook.VisitCommand.MigrateForm;
import org.indelible.casebook.VisitEvent.FormMigrated;
import org.indelible.shared.BuildHash;
import org.indelible.shared.RecordedReason;

/** A begun form moves on to the participant's study build: never a signed one unasked, and never at the price of a value. */
final class FormMigration {
    private FormMigration() {}

    static List<CasebookEvent> decide(
            Registered casebook, MigrateForm command, Authority authority, StudyBuilds builds) {
        FormState form = casebook.records().form(command.form());
        BuildHash from = form.build()
                .filter(build -> form.hasData() && !build.equals(casebook.build()))
                .orElseThrow(CasebookRefusals::nothingToMigrate);
        if (form.frozen()) {
            throw CasebookRefusals.formFrozen();
        }
        requireRetrospective(casebook, authority);
        if (casebook.signatures().everFor(command.form()) && command.reason().isEmpty()) {
            throw CasebookRefusals.formSigned();
        }
        FormPlace place = FormPlace.find(builds.require(casebook.build()), command.form())
                .orElseThrow(
                        () -> CasebookRefusals.formNotInBuild(command.form().formOid()));
        long orphaned = form.items().entrySet().stream()
                .filter(item ->
                        item.getValue().active() && place.find(item.getKey()).isEmpty())
                .count();
        return List.of(new FormMigrated(
                command.form(),
                from,
                casebook.build(),
                Math.toIntExact(orphaned),
                command.reason().map(RecordedReason::of)));
    }

    /** The site decided for which of its records it activated the build that the participant is under. */
    private static void requireRetrospective(Registered casebook, Authority authority) {
        boolean retrospective = authority
                .site()
                .flatMap(SiteScope::build)
                .filter(active -> active.build().equals(casebook.build()))
                .map(ActivatedBuild::application)
                .filter(AmendmentApplication.RETROSPECTIVE::equals)
                .isPresent();
        if (!retrospective) {
            throw CasebookRefusals.amendmentProspective();
        }
    }
}

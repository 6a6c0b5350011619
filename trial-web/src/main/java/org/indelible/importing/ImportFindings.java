package org.indelible.importing;

import java.util.Locale;
import org.indelible.jobs.Finding;
import org.indelible.jobs.Finding.Level;
import org.indelible.jobs.JobContext;
import org.indelible.protocols.check.CheckFinding;
import org.indelible.protocols.odm.Diagnostic;
import org.indelible.shared.DomainRefusal;

/** Says what an import meets, with its place in the file. Never a value: a finding may be read by whoever may see the job. */
record ImportFindings(JobContext job) {
    void diagnostic(Diagnostic diagnostic) {
        job.count("diagnostics", 1);
        Finding finding = Finding.of(level(diagnostic), diagnostic.code(), "file", diagnostic.message())
                .cure(diagnostic.cure())
                .at(diagnostic.line(), diagnostic.column());
        String oid = diagnostic.oid();
        job.finding(oid == null ? finding : finding.oid(oid));
    }

    /** A row that the rules do not let through; the rows around it go on. */
    void refused(DomainRefusal refusal, Place place) {
        job.count("refused", 1);
        job.finding(Finding.of(Level.ERROR, refusal.code(), place.subject(), String.valueOf(refusal.getMessage()))
                .cure(refusal.cure())
                .oid(place.oid())
                .at(place.line(), place.column()));
    }

    void check(CheckFinding check, Place place) {
        String kind = check.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        if (!check.fires()) {
            job.count("undecidable", 1);
            return;
        }
        job.count("check-" + kind, 1);
        job.finding(Finding.of(
                        Level.WARNING, "check-" + kind, place.subject(), check.message() + " (" + check.checkId() + ")")
                .cure("The value stays as it was collected. Correct it at its source, or answer the query.")
                .oid(check.itemOid().orElse(check.groupOid()))
                .at(place.line(), place.column()));
    }

    void missing(String code, String subject, String message, String cure) {
        job.count(code, 1);
        job.finding(Finding.of(Level.WARNING, code, subject, message).cure(cure));
    }

    private static Level level(Diagnostic diagnostic) {
        return switch (diagnostic.severity()) {
            case ERROR -> Level.ERROR;
            case WARNING -> Level.WARNING;
            case INFO -> Level.INFO;
        };
    }

    /**
     * A place in the file.
     *
     * @param subject the participant's key
     */
    record Place(String subject, String oid, int line, int column) {}
}

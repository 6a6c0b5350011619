package org.indelible.importing;

import java.io.IOException;
import java.util.Set;
import org.indelible.authority.ImportPurpose;
import org.indelible.commands.Acting;
import org.indelible.jobs.JobContext;
import org.indelible.protocols.clinicaldata.AdminData;
import org.indelible.protocols.clinicaldata.ClinicalDataHandler;
import org.indelible.protocols.clinicaldata.FileHeader;
import org.indelible.protocols.clinicaldata.OdmClinicalDataReader;
import org.indelible.protocols.clinicaldata.SubjectData;
import org.indelible.protocols.odm.Diagnostic;
import org.indelible.protocols.odm.Severity;
import org.indelible.trial.TrialCommand.RecordDataImport;

/** Reads the file as a stream and hands each participant to a lane of their own, in file order. */
final class ClinicalDataImport {
    /** More lanes than cores: a lane waits for its entries to be durable most of the time, and what waits together is committed together. */
    private static final int LANES = 24;

    private final ImportRun run;
    private final ImportPurpose purpose;
    private final SpooledFile file;
    private final Set<String> sites;
    private final TouchedFormChecks checks;

    ClinicalDataImport(
            ImportRun run, ImportPurpose purpose, SpooledFile file, Set<String> sites, TouchedFormChecks checks) {
        this.run = run;
        this.purpose = purpose;
        this.file = file;
        this.sites = sites;
        this.checks = checks;
    }

    void perform() throws IOException {
        JobContext job = run.job();
        job.doing("Recording");
        try (Lanes lanes = new Lanes(LANES);
                CountedStream in = new CountedStream(file.open(), bytes -> job.progress(bytes, file.bytes()))) {
            OdmClinicalDataReader.read(in, new Handler(lanes));
            lanes.drain();
        }
        if (!job.cancelled()) {
            job.progress(file.bytes(), file.bytes());
            checkTouchedForms();
            recordThatItIsThrough();
        }
    }

    private void checkTouchedForms() {
        if (!run.touchedForms().isEmpty()) {
            run.job().doing("Checking changed forms");
            checks.checkTouched(run);
        }
    }

    /** Whoever reads "done" goes and looks: the pages show it by then. */
    private void recordThatItIsThrough() {
        run.commands()
                .send(
                        new RecordDataImport(run.trial(), run.file(), run.items(), run.refused()),
                        Acting.byApi(run.actor()))
                .appended()
                .ifPresent(receipt -> {
                    run.job().doing("Bringing the pages up to date");
                    run.commands().shownInTheEnd(receipt.lastPosition());
                });
    }

    private final class Handler implements ClinicalDataHandler {
        private final Lanes lanes;
        private final SubjectImporter importer = new SubjectImporter(run);
        private final SitesOfFile sitesOfFile = new SitesOfFile(run, sites);

        Handler(Lanes lanes) {
            this.lanes = lanes;
        }

        @Override
        public void file(FileHeader header) {
            run.begin(header);
        }

        @Override
        public void adminData(AdminData adminData) {
            if (purpose == ImportPurpose.MIGRATION) {
                sitesOfFile.open(adminData);
            }
        }

        @Override
        public void subject(SubjectData subject) {
            if (!run.job().cancelled() && !lanes.failed()) {
                lanes.run(subject.subjectKey(), () -> importer.importSubject(subject));
            }
        }

        @Override
        public void diagnostic(Diagnostic diagnostic) {
            run.findings().diagnostic(diagnostic);
            if (diagnostic.severity() == Severity.ERROR) {
                run.countRefused();
            }
        }

        /** What was read before is on record; whoever asked for the whole file learns that it is not. */
        @Override
        public void brokeOff() {
            run.job().unfulfilled();
        }
    }
}

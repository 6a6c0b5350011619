package org.indelible.importing;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.indelible.casebook.FormRef;
import org.indelible.casebook.ItemEntry;
import org.indelible.casebook.ItemRef;
import org.indelible.casebook.LifecycleCommand.RegisterParticipant;
import org.indelible.casebook.RecordingCommand.InactivateForm;
import org.indelible.casebook.RecordingCommand.InactivateItems;
import org.indelible.casebook.RecordingCommand.RecordItems;
import org.indelible.commands.Acting;
import org.indelible.eventstore.AlreadyRecordedException;
import org.indelible.importing.ImportFindings.Place;
import org.indelible.protocols.check.BuiltInChecks;
import org.indelible.protocols.clinicaldata.AuditRecord;
import org.indelible.protocols.clinicaldata.FormData;
import org.indelible.protocols.clinicaldata.StudyEventData;
import org.indelible.protocols.clinicaldata.SubjectData;
import org.indelible.protocols.clinicaldata.TransactionType;
import org.indelible.shared.CasebookId;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.ParticipantKey;
import org.indelible.shared.Reason;
import org.indelible.shared.SaveId;
import org.indelible.shared.SiteKey;
import org.indelible.shared.Source;
import org.indelible.shared.SourceKind;

/** Sends what a file says of one participant through the ordinary commands. A row that is refused is a finding; the next rows go on. */
final class SubjectImporter {
    private final ImportRun run;

    SubjectImporter(ImportRun run) {
        this.run = run;
    }

    void importSubject(SubjectData subject) {
        Place place = new Place(subject.subjectKey(), subject.subjectKey(), subject.line(), subject.column());
        Optional<CasebookId> casebook = casebook(subject, place);
        if (casebook.isEmpty()) {
            return;
        }
        for (StudyEventData event : subject.studyEvents()) {
            for (FormData form : event.forms()) {
                if (run.job().cancelled()) {
                    return;
                }
                importForm(casebook.get(), subject, event, form);
            }
        }
        run.job().count("subjects", 1);
    }

    private Optional<CasebookId> casebook(SubjectData subject, Place place) {
        try {
            CasebookId casebook = new CasebookId(run.trial(), new ParticipantKey(subject.subjectKey()));
            if (!run.isRegistered(casebook)) {
                register(casebook, subject, place);
                run.findings()
                        .missing(
                                "consent-missing",
                                subject.subjectKey(),
                                "The file holds no consent of this participant.",
                                "Record the consent with its version and time from the source document.");
            }
            return Optional.of(casebook);
        } catch (DomainRefusal refusal) {
            run.refuse(refusal, place);
        } catch (IllegalArgumentException malformed) {
            run.refuse(malformedKey(malformed), place);
        }
        return Optional.empty();
    }

    /** At the site that the file names, else at the one that was named with the file. */
    private void register(CasebookId casebook, SubjectData subject, Place place) {
        SiteKey site = subject.locationOid().map(SiteKey::new).or(run::site).orElseThrow(SubjectImporter::siteMissing);
        send(new RegisterParticipant(casebook, site, Optional.empty()), place, subject.auditRecord());
        run.registered(casebook);
        if (subject.locationOid().isEmpty()) {
            run.job().count("site-as-named", 1);
        }
    }

    private void importForm(CasebookId casebook, SubjectData subject, StudyEventData event, FormData form) {
        Place place = new Place(subject.subjectKey(), form.oid(), form.line(), form.column());
        try {
            FormRef ref = FormRows.form(event, form);
            if (form.transactionType() == TransactionType.REMOVE) {
                removeForm(casebook, ref, form, place);
                return;
            }
            int part = 0;
            for (Map.Entry<Optional<AuditRecord>, List<ItemEntry>> rows :
                    FormRows.entries(form).entrySet()) {
                run.countItems(rows.getValue().size());
                send(
                        new RecordItems(
                                casebook,
                                ref,
                                rows.getValue(),
                                save(place, part++),
                                FormRows.reason(rows.getKey()),
                                Optional.empty()),
                        place,
                        rows.getKey());
            }
            List<ItemRef> removed = FormRows.removedItems(form);
            if (!removed.isEmpty()) {
                send(
                        new InactivateItems(casebook, ref, removed, save(place, part), reason(form.auditRecord())),
                        place,
                        form.auditRecord());
            }
            run.job().count("forms", 1);
            check(casebook, ref, event, form, place);
        } catch (DomainRefusal refusal) {
            run.refuse(refusal, place);
        } catch (IllegalArgumentException malformed) {
            run.refuse(malformedKey(malformed), place);
        }
    }

    private void removeForm(CasebookId casebook, FormRef form, FormData data, Place place) {
        send(new InactivateForm(casebook, form, save(place, 0), reason(data.auditRecord())), place, data.auditRecord());
    }

    /** A snapshot holds whole forms; of a transactional file a form is only known once all of the file is on record. */
    private void check(CasebookId casebook, FormRef ref, StudyEventData event, FormData form, Place place) {
        if (run.snapshot()) {
            BuiltInChecks.evaluate(run.build(), FormRows.content(event, form))
                    .forEach(finding -> run.findings().check(finding, place));
        } else {
            run.touch(casebook, ref, place);
        }
    }

    private void send(Object command, Place place, Optional<AuditRecord> audit) {
        try {
            run.commands().send(command, Acting.byImport(run.actor(), source(place, audit), rowId(place, command)));
        } catch (AlreadyRecordedException sentBefore) {
            run.job().count("alreadyRecorded", 1);
        }
    }

    /** Who recorded the row at its source, as the file says; the file itself where it does not. */
    private Source source(Place place, Optional<AuditRecord> audit) {
        Source file = run.source(row(place));
        return audit.map(record -> new Source(
                        record.userOid().isPresent() ? SourceKind.PERSON : file.kind(),
                        record.userOid().orElse(file.originator()),
                        record.locationOid(),
                        record.dateTimeStamp().flatMap(SubjectImporter::time),
                        file.file(),
                        file.row(),
                        file.job()))
                .orElse(file);
    }

    /** ODM allows times without a zone; such a time is not a point in time, and is left to the file, which the source names. */
    private static Optional<OffsetDateTime> time(String dateTimeStamp) {
        try {
            return Optional.of(OffsetDateTime.parse(dateTimeStamp));
        } catch (DateTimeException withoutZone) {
            return Optional.empty();
        }
    }

    private String rowId(Place place, Object command) {
        return run.file() + "#" + row(place) + "/" + command.getClass().getSimpleName();
    }

    private static String row(Place place) {
        return place.line() + ":" + place.column();
    }

    private SaveId save(Place place, int part) {
        return new SaveId(run.file().value() + ":" + place.line() + "." + place.column() + "." + part);
    }

    private static DomainRefusal siteMissing() {
        return new DomainRefusal(
                "site-missing",
                "The participant is new, and the file does not say at which site.",
                "Name the site of such participants when the file is brought in (on the page, or site= in the API), "
                        + "or add a SiteRef with its LocationOID to the SubjectData.");
    }

    private static DomainRefusal malformedKey(IllegalArgumentException malformed) {
        return new DomainRefusal(
                "malformed-key",
                String.valueOf(malformed.getMessage()),
                "Correct the key in the file and send it again.");
    }

    private static Reason reason(Optional<AuditRecord> audit) {
        return FormRows.reason(audit)
                .orElseThrow(() -> new DomainRefusal(
                        "reason-required",
                        "The file takes back what is on record without saying why.",
                        "Give a ReasonForChange in the AuditRecord."));
    }
}

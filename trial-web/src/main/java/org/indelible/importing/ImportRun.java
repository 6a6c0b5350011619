package org.indelible.importing;

import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.indelible.authority.Actor;
import org.indelible.casebook.FormRef;
import org.indelible.commands.Commands;
import org.indelible.importing.ImportFindings.Place;
import org.indelible.jobs.JobContext;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.clinicaldata.FileHeader;
import org.indelible.protocols.clinicaldata.FileHeader.FileType;
import org.indelible.readmodel.Originator;
import org.indelible.shared.CasebookId;
import org.indelible.shared.DocumentHash;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.SiteKey;
import org.indelible.shared.Source;
import org.indelible.shared.SourceKind;
import org.indelible.shared.TrialId;

/** One file on its way into one trial: what all of its lanes share. Safe for use by many threads. */
final class ImportRun {
    private final TrialId trial;
    private final Actor actor;
    private final DocumentHash file;
    private final StudyBuild build;
    private final Optional<SiteKey> site;
    private final JobContext job;
    private final ImportFindings findings;
    private final Commands commands;
    private final Set<String> registered;
    private final Queue<TouchedForm> touched = new ConcurrentLinkedQueue<>();
    private final Set<TouchedKey> touchedOnce = ConcurrentHashMap.newKeySet();
    private final AtomicLong items = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private volatile Optional<FileHeader> header = Optional.empty();

    /**
     * @param site of new participants of whom the file does not say where they are
     * @param registered keys of the participants that the trial has; grows as the file brings more
     */
    ImportRun(
            TrialId trial,
            Actor actor,
            DocumentHash file,
            StudyBuild build,
            Optional<SiteKey> site,
            JobContext job,
            Commands commands,
            Set<String> registered) {
        this.trial = trial;
        this.actor = actor;
        this.file = file;
        this.build = build;
        this.site = site;
        this.job = job;
        this.findings = new ImportFindings(job);
        this.commands = commands;
        this.registered = registered;
    }

    TrialId trial() {
        return trial;
    }

    Actor actor() {
        return actor;
    }

    DocumentHash file() {
        return file;
    }

    StudyBuild build() {
        return build;
    }

    Optional<SiteKey> site() {
        return site;
    }

    JobContext job() {
        return job;
    }

    ImportFindings findings() {
        return findings;
    }

    Commands commands() {
        return commands;
    }

    void begin(FileHeader fileHeader) {
        header = Optional.of(fileHeader);
    }

    boolean snapshot() {
        return header.map(FileHeader::fileType)
                .filter(FileType.SNAPSHOT::equals)
                .isPresent();
    }

    Optional<String> originator() {
        return header.flatMap(FileHeader::originator);
    }

    boolean isRegistered(CasebookId casebook) {
        return registered.contains(casebook.participant().value());
    }

    void registered(CasebookId casebook) {
        registered.add(casebook.participant().value());
    }

    void countItems(long n) {
        items.addAndGet(n);
        job.count("items", n);
    }

    long items() {
        return items.get();
    }

    void countRefused() {
        refused.incrementAndGet();
    }

    /** A row that the rules do not let through; the rows around it go on. */
    void refuse(DomainRefusal refusal, Place place) {
        countRefused();
        findings.refused(refusal, place);
    }

    long refused() {
        return refused.get();
    }

    /** The file as originator of what stands in this row of it. */
    Source source(String row) {
        return new Source(
                SourceKind.IMPORT,
                originator().orElse(Originator.NOT_STATED),
                Optional.empty(),
                Optional.empty(),
                Optional.of(file),
                Optional.of(row),
                Optional.of(job.job().value()));
    }

    /** The form is checked once the whole file is on record: a transactional file says only what changed in it. */
    void touch(CasebookId casebook, FormRef form, Place place) {
        if (touchedOnce.add(new TouchedKey(casebook, form))) {
            touched.add(new TouchedForm(casebook, form, place));
        }
    }

    Queue<TouchedForm> touchedForms() {
        return touched;
    }

    /** @param place where the file first speaks of it */
    record TouchedForm(CasebookId casebook, FormRef form, Place place) {}

    private record TouchedKey(CasebookId casebook, FormRef form) {}
}

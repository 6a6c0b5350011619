package org.indelible.importing;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.authority.Actor;
import org.indelible.authority.ImportMandate;
import org.indelible.authority.ImportPurpose;
import org.indelible.authors.ImportAuthors;
import org.indelible.commands.Commands;
import org.indelible.jobs.Finding;
import org.indelible.jobs.Finding.Level;
import org.indelible.jobs.JobContext;
import org.indelible.jobs.JobId;
import org.indelible.jobs.JobService;
import org.indelible.platform.IndelibleHome;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.AsOfResolver;
import org.indelible.readmodel.Visibility;
import org.indelible.readmodel.participant.ParticipantFilter;
import org.indelible.readmodel.participant.ParticipantQueries;
import org.indelible.readmodel.site.SiteQueries;
import org.indelible.readmodel.trial.TrialQueries;
import org.indelible.readmodel.trial.TrialSummary;
import org.indelible.shared.BuildHash;
import org.indelible.shared.DocumentHash;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.SiteKey;
import org.indelible.shared.StreamId;
import org.indelible.shared.TrialId;
import org.indelible.trial.TrialEvent.DataImported;
import org.springframework.stereotype.Service;

/** Starts imports as jobs, each with a key and a mandate of its own. */
@Service
class DataImports {
    private final Commands commands;
    private final JobService jobs;
    private final ImportAuthors authors;
    private final IndelibleHome home;
    private final EventStore events;
    private final LedgerStore ledgers;
    private final AsOfResolver points;
    private final TrialQueries trials;
    private final SiteQueries sites;
    private final ParticipantQueries participants;
    private final TouchedFormChecks checks;

    DataImports(
            Commands commands,
            JobService jobs,
            ImportAuthors authors,
            IndelibleHome home,
            EventStore events,
            LedgerStore ledgers,
            AsOfResolver points,
            TrialQueries trials,
            SiteQueries sites,
            ParticipantQueries participants,
            TouchedFormChecks checks) {
        this.commands = commands;
        this.jobs = jobs;
        this.authors = authors;
        this.home = home;
        this.events = events;
        this.ledgers = ledgers;
        this.points = points;
        this.trials = trials;
        this.sites = sites;
        this.participants = participants;
        this.checks = checks;
    }

    /**
     * Takes the whole file, then starts the job.
     *
     * @param site where participants go whom the file brings and of whom it does not say where they are; refused where the trial has not
     *     opened it, and where two persons have to agree on a migration, since they agree on the file
     */
    JobId start(TrialId trial, ImportPurpose purpose, Optional<SiteKey> site, Actor startedBy, InputStream body)
            throws IOException, FileTooLargeException {
        site.ifPresent(key -> {
            requireInWhatIsAgreed(trial, purpose, key);
            requireOpened(trial, key);
        });
        SpooledFile file = SpooledFile.receive(body, home.spool());
        return jobs.start("import", trial.value(), startedBy.account().value(), job -> {
            try (file) {
                run(trial, purpose, site, startedBy, file, job);
            }
        });
    }

    static SiteKey siteKey(String text) {
        try {
            return new SiteKey(text);
        } catch (IllegalArgumentException malformed) {
            throw new DomainRefusal(
                    "malformed-key", String.valueOf(malformed.getMessage()), "Name a site of the trial by its key.");
        }
    }

    private void requireInWhatIsAgreed(TrialId trial, ImportPurpose purpose, SiteKey site) {
        if (purpose == ImportPurpose.MIGRATION
                && trials.trial(trial.value()).filter(TrialSummary::test).isEmpty()) {
            throw new DomainRefusal(
                    "site-not-agreed",
                    "Two persons agree on a file to be migrated; site " + site
                            + " beside it is not in what they agree on.",
                    "Name the site of each participant in the file: a Location of type Site, and a SiteRef.");
        }
    }

    private void requireOpened(TrialId trial, SiteKey site) {
        commands.shown(ledgers.headPosition());
        Set<String> opened = sitesOf(points.now(trial.value()));
        if (!opened.contains(site.value())) {
            throw new DomainRefusal(
                    "site-not-opened",
                    "There is no site " + site + " in this trial.",
                    opened.isEmpty() ? "Open the site first." : "Open it first, or name another site of the trial.");
        }
    }

    private void run(
            TrialId trial,
            ImportPurpose purpose,
            Optional<SiteKey> site,
            Actor startedBy,
            SpooledFile file,
            JobContext job)
            throws IOException {
        if (broughtInBefore(trial, file.hash())) {
            job.count("unchanged", 1);
            job.finding(Finding.of(
                            Level.INFO,
                            "already-imported",
                            "file",
                            "This file has been brought into this trial before. Nothing was changed.")
                    .cure("To bring in changes, send a transactional file."));
            job.progress(file.bytes(), file.bytes());
            return;
        }
        commands.shown(ledgers.headPosition());
        AsOf now = points.now(trial.value());
        StudyBuild build = trials.latestBuild(now)
                .orElseThrow(() ->
                        new DomainRefusal("no-study-build", "The trial has no study build.", "Publish one first."));
        Actor author = authors.begin(new ImportMandate(
                purpose,
                file.hash(),
                startedBy.account(),
                startedBy.role(),
                Optional.of(new BuildHash(build.hash())),
                Set.of()));
        try {
            ImportRun run = new ImportRun(trial, author, file.hash(), build, site, job, commands, participantsOf(now));
            new ClinicalDataImport(run, purpose, file, sitesOf(now), checks).perform();
            commands.shown(ledgers.headPosition());
        } finally {
            authors.end(author);
        }
    }

    /** A file that went in with nothing refused has nothing more to bring, even where what it brought has been corrected since. */
    private boolean broughtInBefore(TrialId trial, DocumentHash file) {
        return events.readEvents(StreamId.of(trial).toString())
                .asStream()
                .anyMatch(event -> event.getPayload() instanceof DataImported imported
                        && imported.file().equals(file)
                        && imported.refused() == 0);
    }

    private Set<String> participantsOf(AsOf now) {
        return participants.participants(now, Visibility.pseudonymous(), ParticipantFilter.none()).stream()
                .map(row -> row.key())
                .collect(Collectors.toCollection(ConcurrentHashMap::newKeySet));
    }

    private Set<String> sitesOf(AsOf now) {
        return sites.sites(now).stream()
                .map(site -> site.site())
                .collect(Collectors.toCollection(ConcurrentHashMap::newKeySet));
    }
}

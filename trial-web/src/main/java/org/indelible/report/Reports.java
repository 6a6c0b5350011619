package org.indelible.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.indelible.anchoring.ledger.SignedCheckpoint;
import org.indelible.evidence.EvidenceBundles;
import org.indelible.exports.Exports;
import org.indelible.jobs.Finding;
import org.indelible.jobs.JobContext;
import org.indelible.jobs.JobId;
import org.indelible.jobs.JobService;
import org.indelible.platform.IndelibleHome;
import org.indelible.portal.TrialPage;
import org.indelible.readmodel.participant.ParticipantFilter;
import org.indelible.readmodel.participant.ParticipantQueries;
import org.indelible.readmodel.participant.ParticipantRow;
import org.indelible.shared.DomainRefusal;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Makes reports as long work; what is made waits in the spool directory for whoever asked. */
@Component
class Reports {
    static final String KIND = "report";
    private static final String PREFIX = "report-";
    /** Beyond this, the evidence of a whole trial is taken by itself: a PDF is no place for it. */
    private static final long LARGEST_ATTACHED = 20_000;

    private final JobService jobs;
    private final Exports exports;
    private final EvidenceBundles evidence;
    private final ReportPages pages;
    private final PdfReport pdf;
    private final ReportSeals seals;
    private final ParticipantQueries participants;
    private final IndelibleHome home;
    private final Clock clock;

    Reports(
            JobService jobs,
            Exports exports,
            EvidenceBundles evidence,
            ReportPages pages,
            PdfReport pdf,
            ReportSeals seals,
            ParticipantQueries participants,
            IndelibleHome home,
            Clock clock)
            throws IOException {
        this.jobs = jobs;
        this.exports = exports;
        this.evidence = evidence;
        this.pages = pages;
        this.pdf = pdf;
        this.seals = seals;
        this.participants = participants;
        this.home = home;
        this.clock = clock;
        forget(file -> true);
    }

    /** Puts it on record, then begins. */
    JobId start(TrialPage page, ReportKind kind, Optional<String> participant) throws IOException {
        if (page.asOf().treeSize() == 0) {
            throw new DomainRefusal("nothing-recorded-yet", "Nothing was recorded then.", "Choose a later point.");
        }
        if (kind.ofParticipant()
                && participant
                        .flatMap(key -> participants.participant(page.asOf(), page.visibility(), key))
                        .isEmpty()) {
            throw new DomainRefusal("unknown-participant", "There is no such participant that you may see.", "");
        }
        long old = clock.millis() - JobService.KEPT.toMillis();
        forget(file -> file.toFile().lastModified() < old);
        SignedCheckpoint checkpoint = exports.record(
                page.asOf(),
                Exports.By.onPage(page.person()),
                "report." + kind.code(),
                kind == ReportKind.CASEBOOKS ? "application/zip" : "application/pdf",
                participant.map(key -> "participant=" + key).orElse(""));
        ReportRequest request = new ReportRequest(
                kind, page, participant, checkpoint, clock.instant(), LocaleContextHolder.getLocale());
        return jobs.start(KIND, page.id(), page.person().username(), context -> make(request, context));
    }

    private void make(ReportRequest request, JobContext context) throws IOException {
        LocaleContextHolder.setLocale(request.locale());
        Path file = file(context.job().value(), request.kind());
        boolean whole = false;
        try {
            if (request.kind() == ReportKind.CASEBOOKS) {
                whole = makeAll(request, context, file);
            } else {
                context.progress(0, 1);
                makeOne(request, context, file);
                context.progress(1, 1);
                whole = true;
            }
        } finally {
            LocaleContextHolder.resetLocaleContext();
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    private boolean makeAll(ReportRequest request, JobContext context, Path file) throws IOException {
        List<ParticipantRow> all =
                participants.participants(request.page().asOf(), request.page().visibility(), ParticipantFilter.none());
        Path one = file.resolveSibling(file.getFileName() + ".one");
        try (ZipOutputStream zip =
                new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            for (int done = 0; done < all.size(); done++) {
                if (context.cancelled()) {
                    return false;
                }
                context.progress(done, all.size());
                String key = all.get(done).key();
                makeOne(request.of(key), context, one);
                zip.putNextEntry(
                        new ZipEntry("casebook-" + key.replaceAll("[^A-Za-z0-9-]", "_") + "-" + done + ".pdf"));
                Files.copy(one, zip);
                zip.closeEntry();
            }
        } finally {
            Files.deleteIfExists(one);
        }
        context.progress(all.size(), all.size());
        return true;
    }

    private void makeOne(ReportRequest request, JobContext context, Path file) throws IOException {
        context.doing(request.participant().orElse(request.page().trial().name()));
        Optional<Path> bundle = bundle(request, file);
        try {
            ReportPages.Laid page = pages.of(request, bundle.isPresent(), seals);
            pdf.write(page.html(), bundle, seals.seal(), clock.instant(), file);
            if (!page.missing().isEmpty()) {
                context.finding(Finding.of(
                                Finding.Level.WARNING,
                                "characters-not-shown",
                                request.participant().orElse(""),
                                "The fonts of this installation cannot show: " + page.missing())
                        .cure("Put a font that can into the fonts directory; the attached evidence holds the text."));
            }
        } finally {
            if (bundle.isPresent()) {
                Files.delete(bundle.get());
            }
        }
    }

    private Optional<Path> bundle(ReportRequest request, Path file) throws IOException {
        TrialPage page = request.page();
        if (request.participant().isEmpty() && page.asOf().treeSize() > LARGEST_ATTACHED) {
            return Optional.empty();
        }
        Path bundle = file.resolveSibling(file.getFileName() + ".evidence");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(bundle), 1 << 16)) {
            evidence.write(page.asOf(), page.visibility(), page.person(), request.participant(), out);
        }
        return Optional.of(bundle);
    }

    /** Where the report of a job is, once it is made. */
    Path file(String job, ReportKind kind) {
        return home.spool().resolve(PREFIX + job + (kind == ReportKind.CASEBOOKS ? ".zip" : ".pdf"));
    }

    /** The report of this job, if it is there. */
    Optional<Path> made(String job) {
        return Stream.of(ReportKind.CASEBOOK, ReportKind.CASEBOOKS)
                .map(kind -> file(job, kind))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private void forget(Predicate<Path> which) throws IOException {
        try (Stream<Path> files = Files.list(home.spool())) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith(PREFIX))
                    .filter(which)
                    .toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}

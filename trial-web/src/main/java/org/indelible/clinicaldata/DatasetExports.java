package org.indelible.clinicaldata;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.indelible.anchoring.ledger.SignedCheckpoint;
import org.indelible.exports.Exports;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.clinicaldata.FileHeader;
import org.indelible.protocols.dataset.Dataset;
import org.indelible.protocols.dataset.DatasetFormat;
import org.indelible.protocols.dataset.DatasetHeader;
import org.indelible.protocols.dataset.DatasetJsonWriter;
import org.indelible.protocols.dataset.Datasets;
import org.indelible.protocols.write.DefineXmlWriter;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.Visibility;
import org.indelible.readmodel.casebook.GroupQueries;
import org.indelible.readmodel.trial.TrialQueries;
import org.indelible.shared.DomainRefusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Writes Dataset-JSON with its Define-XML straight into an answer, as a ZIP, after the export is on record. The schema of Dataset-JSON
 * permits no attribute of ours: the checkpoint is in its fileOID, as in that of ODM, and beside the datasets as its signed note.
 */
@Component
class DatasetExports {
    static final String MEDIA_TYPE = "application/zip";

    private final GroupQueries groups;
    private final TrialQueries trials;
    private final Exports exports;
    private final String systemVersion;

    DatasetExports(
            GroupQueries groups, TrialQueries trials, Exports exports, ObjectProvider<BuildProperties> software) {
        this.groups = groups;
        this.trials = trials;
        this.exports = exports;
        BuildProperties built = software.getIfAvailable();
        this.systemVersion = built == null ? "development" : String.valueOf(built.getVersion());
    }

    /** @throws DomainRefusal where the trial had no study build at the point */
    void send(AsOf asOf, Visibility visibility, Exports.By by, DatasetFormat format, HttpServletResponse to)
            throws IOException {
        List<StudyBuild> builds = trials.builds(asOf).reversed().stream()
                .flatMap(row -> trials.build(row.hash()).stream())
                .toList();
        if (builds.isEmpty()) {
            throw OdmExports.noStudyBuild();
        }
        SignedCheckpoint checkpoint =
                exports.record(asOf, by, "datasets", MEDIA_TYPE, "Dataset-JSON 1.1, " + format.code());
        to.setContentType(MEDIA_TYPE);
        to.setHeader("Indelible-Checkpoint", checkpoint.size() + " " + checkpoint.root());
        to.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("datasets-" + asOf.trial() + "-" + asOf.treeSize() + "-" + format.code() + ".zip")
                        .build()
                        .toString());
        // Not closed where writing breaks off: what is not finished must not look whole.
        ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(to.getOutputStream(), 1 << 16));
        write(asOf, visibility, builds, new File(format, checkpoint, zip));
        zip.finish();
        zip.flush();
    }

    private void write(AsOf asOf, Visibility visibility, List<StudyBuild> builds, File file) throws IOException {
        StudyBuild latest = builds.getFirst();
        Datasets datasets = Datasets.of(builds, groups.recorded(asOf, visibility));
        Map<String, Long> counts = groups.counts(asOf, visibility);
        DatasetHeader header = header(asOf, latest, file.checkpoint());
        file.entry("checkpoint");
        file.zip().write(file.checkpoint().note().getBytes(StandardCharsets.UTF_8));
        file.entry(DatasetHeader.METADATA_REF);
        DefineXmlWriter.write(latest, datasets, file.format(), define(header), file.zip());
        for (Dataset dataset : datasets.all()) {
            file.entry(dataset.fileName(file.format()));
            long records = counts.getOrDefault(dataset.itemGroupOid(), 0L);
            try (DatasetJsonWriter rows = new DatasetJsonWriter(file.zip(), file.format(), header, dataset, records)) {
                groups.forEach(asOf, visibility, dataset.itemGroupOid(), instance -> {
                    try {
                        rows.row(DatasetRows.row(instance));
                    } catch (IOException gone) {
                        throw new UncheckedIOException(gone);
                    }
                });
            }
        }
    }

    private record File(DatasetFormat format, SignedCheckpoint checkpoint, ZipOutputStream zip) {
        void entry(String name) throws IOException {
            ZipEntry entry = new ZipEntry(name);
            entry.setTimeLocal(LocalDateTime.ofInstant(checkpoint.signedAt(), ZoneOffset.UTC));
            zip.putNextEntry(entry);
        }
    }

    private DatasetHeader header(AsOf asOf, StudyBuild build, SignedCheckpoint checkpoint) {
        return new DatasetHeader(
                checkpoint.signedAt(),
                OdmExports.fileOid(asOf, checkpoint),
                checkpoint.origin(),
                systemVersion,
                build.studyOid(),
                build.metaDataVersionOid());
    }

    private static FileHeader define(DatasetHeader header) {
        return new FileHeader(
                FileHeader.FileType.SNAPSHOT,
                Optional.of(header.fileOid() + "/" + DatasetHeader.METADATA_REF),
                Optional.empty(),
                Optional.of(header.created().toString()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(header.originator()),
                Optional.of(DatasetHeader.SYSTEM),
                Optional.of(header.systemVersion()));
    }
}

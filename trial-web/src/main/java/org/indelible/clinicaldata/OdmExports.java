package org.indelible.clinicaldata;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.indelible.anchoring.ledger.SignedCheckpoint;
import org.indelible.exports.Exports;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.clinicaldata.FileHeader;
import org.indelible.protocols.clinicaldata.SubjectData;
import org.indelible.protocols.write.OdmClinicalDataWriter;
import org.indelible.protocols.write.OdmVersion;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.Visibility;
import org.indelible.readmodel.participant.ParticipantFilter;
import org.indelible.readmodel.participant.ParticipantQueries;
import org.indelible.readmodel.participant.ParticipantRow;
import org.indelible.readmodel.trial.TrialQueries;
import org.indelible.shared.DomainRefusal;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Writes an ODM snapshot straight into an answer, one casebook at a time, after the export is on record. The metadata in it are those of the
 * latest study build; the checkpoint it was made at is its FileOID, as origin, point, size and root.
 */
@Component
class OdmExports {
    private final OdmSubjects subjects;
    private final OdmAdminData adminData;
    private final ParticipantQueries participants;
    private final TrialQueries trials;
    private final Exports exports;

    OdmExports(
            OdmSubjects subjects,
            OdmAdminData adminData,
            ParticipantQueries participants,
            TrialQueries trials,
            Exports exports) {
        this.subjects = subjects;
        this.adminData = adminData;
        this.participants = participants;
        this.trials = trials;
        this.exports = exports;
    }

    /** @throws DomainRefusal where the trial had no study build at the point */
    void send(AsOf asOf, Visibility visibility, Exports.By by, OdmVersion version, HttpServletResponse to)
            throws IOException {
        StudyBuild build = trials.latestBuild(asOf).orElseThrow(OdmExports::noStudyBuild);
        SignedCheckpoint checkpoint =
                exports.record(asOf, by, "clinical-data", "application/xml", "ODM " + version.text());
        to.setContentType("application/xml;charset=UTF-8");
        to.setHeader("Indelible-Checkpoint", checkpoint.size() + " " + checkpoint.root());
        to.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("clinical-data-" + asOf.trial() + "-" + asOf.treeSize() + "-odm-" + version.text()
                                + ".xml")
                        .build()
                        .toString());
        OutputStream out = new BufferedOutputStream(to.getOutputStream(), 1 << 16);
        try (OdmClinicalDataWriter odm = new OdmClinicalDataWriter(out, version, header(asOf, checkpoint))) {
            odm.study(build);
            odm.adminData(adminData.of(asOf, visibility, build));
            for (ParticipantRow row : participants.participants(asOf, visibility, ParticipantFilter.none())) {
                Optional<SubjectData> subject = subjects.subject(asOf, visibility, row.key(), build);
                if (subject.isPresent()) {
                    odm.subject(subject.get());
                }
            }
        }
        out.flush();
    }

    static DomainRefusal noStudyBuild() {
        return new DomainRefusal(
                "no-study-build", "The trial had no study build at that point.", "Choose a later point.");
    }

    static String fileOid(AsOf asOf, SignedCheckpoint checkpoint) {
        return checkpoint.origin() + "/" + asOf.treeSize() + "/" + checkpoint.size() + "/" + checkpoint.root();
    }

    private static FileHeader header(AsOf asOf, SignedCheckpoint checkpoint) {
        return new FileHeader(
                FileHeader.FileType.SNAPSHOT,
                Optional.of(fileOid(asOf, checkpoint)),
                Optional.empty(),
                Optional.of(checkpoint.signedAt().toString()),
                Optional.empty(),
                Optional.of("All"),
                Optional.empty(),
                Optional.of("Indelible"),
                Optional.empty());
    }
}

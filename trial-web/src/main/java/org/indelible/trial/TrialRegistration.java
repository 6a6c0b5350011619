package org.indelible.trial;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.indelible.anchoring.blob.BlobStore;
import org.indelible.commands.Acting;
import org.indelible.commands.Commands;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.odm.Diagnostic;
import org.indelible.protocols.odm.OdmMetadata;
import org.indelible.protocols.odm.Severity;
import org.indelible.protocols.usdm.StudyDefinitions;
import org.indelible.protocols.validation.StudyBuildValidation;
import org.indelible.shared.BuildHash;
import org.indelible.shared.DocumentHash;
import org.indelible.shared.ProtocolVersion;
import org.indelible.shared.TrainingVersion;
import org.indelible.shared.TrialId;
import org.indelible.shared.TrialKind;
import org.indelible.trial.TrialCommand.PublishProtocolVersion;
import org.indelible.trial.TrialCommand.PublishStudyBuild;
import org.indelible.trial.TrialCommand.RegisterStudy;
import org.indelible.trial.TrialCommand.RegisterTrial;
import org.springframework.stereotype.Service;

/** Registers a trial from its study metadata: the document and the build it defines are filed, and version 1 of the protocol is published. */
@Service
public class TrialRegistration {
    /** In bytes, as for a body of the API: it is read into memory as a whole. */
    static final int LARGEST_METADATA = 32 << 20;

    static final ProtocolVersion FIRST = new ProtocolVersion("1");

    private final BlobStore blobs;
    private final Commands commands;

    TrialRegistration(BlobStore blobs, Commands commands) {
        this.blobs = blobs;
        this.commands = commands;
    }

    /** @throws MetadataRefusedException where the file does not define a study; nothing is recorded then */
    public RegisteredTrial register(TrialKind kind, byte[] metadata, Acting acting) throws MetadataRefusedException {
        ReadBuild read = read(metadata);
        DocumentHash document = new DocumentHash(blobs.put(metadata));
        return new RegisteredTrial(register(kind, read.build(), Optional.of(document), acting), FIRST, read.findings());
    }

    /** As above, from a build that was made here. */
    public TrialId register(TrialKind kind, StudyBuild build, Optional<DocumentHash> document, Acting acting) {
        return register(kind, build.studyName(), Optional.of(build), document, acting);
    }

    /** Registers a trial whose study is designed here: version 1 of its protocol is published, a study build not yet. */
    public TrialId register(TrialKind kind, String name, Acting acting) {
        return register(kind, name, Optional.empty(), Optional.empty(), acting);
    }

    private TrialId register(
            TrialKind kind, String name, Optional<StudyBuild> build, Optional<DocumentHash> document, Acting acting) {
        TrialId trial = new TrialId(UUID.randomUUID().toString());
        commands.sendAndShow(
                new RegisterStudy(
                        new RegisterTrial(trial, kind, name, acting.actor().organisation(), Optional.empty()),
                        new PublishProtocolVersion(trial, FIRST, document),
                        build.map(first -> publication(trial, first, FIRST, Optional.empty()))),
                acting);
        return trial;
    }

    /**
     * Publishes another build of a trial that is registered.
     *
     * @param training what site staff must have been trained in to work with it
     * @return what the reader has to say of the metadata, none of it an error
     * @throws MetadataRefusedException as {@link #register}
     */
    public List<Diagnostic> publishBuild(
            TrialId trial,
            ProtocolVersion implemented,
            Optional<TrainingVersion> training,
            byte[] metadata,
            Acting acting)
            throws MetadataRefusedException {
        ReadBuild read = read(metadata);
        blobs.put(metadata);
        publish(trial, read.build(), implemented, training, acting);
        return read.findings();
    }

    /** As above, of a build that was made here. */
    public void publishBuild(
            TrialId trial,
            StudyBuild build,
            ProtocolVersion implemented,
            Optional<TrainingVersion> training,
            Acting acting) {
        publish(trial, build, implemented, training, acting);
    }

    /** @param findings none of them an error */
    record ReadBuild(StudyBuild build, List<Diagnostic> findings) {}

    /** @throws MetadataRefusedException where the file does not define a study */
    ReadBuild read(byte[] metadata) throws MetadataRefusedException {
        OdmMetadata read = StudyDefinitions.read(metadata, "the study metadata");
        StudyBuild build = read.build().orElseThrow(() -> new MetadataRefusedException(read.diagnostics()));
        List<Diagnostic> findings = Stream.concat(
                        read.diagnostics().stream(), StudyBuildValidation.of(build, read.sources()).stream())
                .toList();
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            throw new MetadataRefusedException(findings);
        }
        return new ReadBuild(build, findings);
    }

    private void publish(
            TrialId trial,
            StudyBuild build,
            ProtocolVersion implemented,
            Optional<TrainingVersion> training,
            Acting acting) {
        commands.sendAndShow(publication(trial, build, implemented, training), acting);
    }

    /** Files the build, which until something cites it means nothing. */
    private PublishStudyBuild publication(
            TrialId trial, StudyBuild build, ProtocolVersion implemented, Optional<TrainingVersion> training) {
        BuildHash hash = new BuildHash(blobs.put(build.canonicalJson()));
        return new PublishStudyBuild(trial, hash, implemented, build.metaDataVersionOid(), build.name(), training);
    }

    /** @param findings what the reader has to say of the metadata, none of it an error */
    public record RegisteredTrial(TrialId trial, ProtocolVersion protocolVersion, List<Diagnostic> findings) {
        public RegisteredTrial {
            findings = List.copyOf(findings);
        }
    }
}

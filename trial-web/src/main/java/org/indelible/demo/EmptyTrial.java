package org.indelible.demo;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.Optional;
import org.indelible.anchoring.blob.BlobStore;
import org.indelible.authority.Actor;
import org.indelible.authors.EnactedSignIns;
import org.indelible.commands.Acting;
import org.indelible.commands.Commands;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.bundled.BundledProtocols;
import org.indelible.protocols.odm.OdmMetadataReader;
import org.indelible.shared.BuildHash;
import org.indelible.shared.DocumentHash;
import org.indelible.shared.TrialKind;
import org.indelible.trial.TrialCommand.PublishProtocolVersion;
import org.indelible.trial.TrialCommand.PublishStudyBuild;
import org.indelible.trial.TrialCommand.RegisterTrial;
import org.springframework.stereotype.Component;

/** A second trial of kind {@code test}, of the oncology protocol, registered today and empty: something to set up oneself. */
@Component
class EmptyTrial {
    private final Commands commands;
    private final EnactedSignIns signIns;
    private final BlobStore blobs;
    private final DemoRecord record;
    private final Clock clock;

    EmptyTrial(Commands commands, EnactedSignIns signIns, BlobStore blobs, DemoRecord record, Clock clock) {
        this.commands = commands;
        this.signIns = signIns;
        this.blobs = blobs;
        this.record = record;
        this.clock = clock;
    }

    void register() {
        if (record.has(DemoTrials.EMPTY)) {
            return;
        }
        byte[] metadata = DemoProtocol.bytes(BundledProtocols.ONCOLOGY);
        StudyBuild build = OdmMetadataReader.read(new ByteArrayInputStream(metadata), "the bundled protocol")
                .build()
                .orElseThrow();
        DemoPerson builder = DemoPerson.BUILDER;
        Actor actor = signIns.begin(builder.account(), builder.organisation(), builder.role(), clock.instant());
        Acting acting = Acting.onPage(actor);
        commands.send(
                new RegisterTrial(
                        DemoTrials.EMPTY, TrialKind.TEST, build.studyName(), builder.organisation(), Optional.empty()),
                acting);
        commands.send(
                new PublishProtocolVersion(
                        DemoTrials.EMPTY, TrialSetup.VERSION_1, Optional.of(new DocumentHash(blobs.put(metadata)))),
                acting);
        commands.send(
                new PublishStudyBuild(
                        DemoTrials.EMPTY,
                        new BuildHash(blobs.put(build.canonicalJson())),
                        TrialSetup.VERSION_1,
                        build.metaDataVersionOid(),
                        build.name(),
                        Optional.empty()),
                acting);
        signIns.end(actor);
    }
}

package org.indelible.trial;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.indelible.anchoring.blob.BlobStore;
import org.indelible.commands.Acting;
import org.indelible.commands.Commands;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.odm.Diagnostic;
import org.indelible.readmodel.AsOfResolver;
import org.indelible.readmodel.trial.ProtocolVersionRow;
import org.indelible.readmodel.trial.StudyBuildRow;
import org.indelible.readmodel.trial.TrialQueries;
import org.indelible.shared.BuildHash;
import org.indelible.shared.ConsentVersion;
import org.indelible.shared.DocumentHash;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.ProtocolVersion;
import org.indelible.shared.TrainingVersion;
import org.indelible.shared.TrialId;
import org.indelible.trial.ProposedDefinition.ProposedConsent;
import org.indelible.trial.TrialCommand.SubmitAmendment;
import org.springframework.stereotype.Service;

/** Submits changed study metadata as an amendment of a trial: they are filed, and their difference to the present build is laid before the sponsor. */
@Service
public class AmendmentSubmission {
    private final TrialRegistration registration;
    private final BlobStore blobs;
    private final Commands commands;
    private final TrialQueries trials;
    private final AsOfResolver points;

    AmendmentSubmission(
            TrialRegistration registration,
            BlobStore blobs,
            Commands commands,
            TrialQueries trials,
            AsOfResolver points) {
        this.registration = registration;
        this.blobs = blobs;
        this.commands = commands;
        this.trials = trials;
        this.points = points;
    }

    /**
     * What goes with the metadata.
     *
     * @param protocolVersion empty: the one after the present one
     * @param consentForm version of the changed consent form, where there is one
     * @param reconsent whether participants sign that form before they come under the amendment
     */
    public record Terms(
            Optional<String> protocolVersion,
            Optional<String> training,
            Optional<String> consentForm,
            boolean reconsent) {
        Optional<ProposedConsent> consent() {
            return consentForm.map(
                    version -> new ProposedConsent(new ConsentVersion(version), Optional.empty(), reconsent));
        }
    }

    /** @param findings what the reader has to say of the metadata, none of it an error */
    public record Submitted(AmendmentId amendment, List<Diagnostic> findings) {
        public Submitted {
            findings = List.copyOf(findings);
        }
    }

    /** @throws MetadataRefusedException where the file does not define a study; nothing is recorded then */
    public Submitted submit(TrialId trial, Terms terms, byte[] metadata, Acting acting)
            throws MetadataRefusedException {
        TrialRegistration.ReadBuild read = registration.read(metadata);
        DocumentHash document = new DocumentHash(blobs.put(metadata));
        return new Submitted(submit(trial, terms, read.build(), Optional.of(document), acting), read.findings());
    }

    /** As above, of a build that was made here. */
    public AmendmentId submit(
            TrialId trial, Terms terms, StudyBuild build, Optional<DocumentHash> document, Acting acting) {
        List<StudyBuildRow> published = trials.builds(points.now(trial.value()));
        if (published.isEmpty()) {
            throw new DomainRefusal(
                    "no-study-build", "The trial has no study build to amend.", "Publish its first one.");
        }
        AmendmentId id = new AmendmentId(UUID.randomUUID().toString());
        commands.sendAndShow(
                new SubmitAmendment(
                        trial,
                        id,
                        new ProposedDefinition(
                                new BuildHash(published.getLast().hash()),
                                new BuildHash(blobs.put(build.canonicalJson())),
                                new ProtocolVersion(terms.protocolVersion().orElseGet(() -> next(trial))),
                                build.metaDataVersionOid(),
                                build.name(),
                                document,
                                terms.training().map(TrainingVersion::new),
                                terms.consent())),
                acting);
        return id;
    }

    private String next(TrialId trial) {
        List<ProtocolVersionRow> versions = trials.trial(trial.value()).stream()
                .flatMap(summary -> summary.protocolVersions().stream())
                .toList();
        return next(versions.stream().map(ProtocolVersionRow::version).toList());
    }

    /** The version after the latest: its last number raised by one, else a second part begun. */
    static String next(List<String> versions) {
        String latest = versions.isEmpty() ? "0" : versions.getLast();
        int digits = latest.length();
        while (digits > 0 && Character.isDigit(latest.charAt(digits - 1))) {
            digits--;
        }
        String number = latest.substring(digits);
        String next = number.isEmpty() || number.length() > 9
                ? latest + ".1"
                : latest.substring(0, digits) + (Integer.parseInt(number) + 1);
        return versions.contains(next) ? latest + ".1" : next;
    }
}

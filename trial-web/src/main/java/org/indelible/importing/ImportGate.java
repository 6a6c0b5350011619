package org.indelible.importing;

import java.util.Optional;
import org.indelible.authority.ImportPurpose;
import org.indelible.authority.ImportRights;
import org.indelible.authors.RecordedAttempts;
import org.indelible.security.SignedInPerson;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.StreamId;
import org.indelible.shared.TrialId;
import org.springframework.stereotype.Component;

/** Whether a person may start an import of this purpose, by whatever path they ask; where not, the attempt is recorded (R21, R44). */
@Component
class ImportGate {
    private final RecordedAttempts attempts;

    ImportGate(RecordedAttempts attempts) {
        this.attempts = attempts;
    }

    /** @param route method and pattern, for the record of the attempt */
    void require(ImportPurpose purpose, TrialId trial, SignedInPerson person, String route) {
        try {
            ImportRights.require(purpose, person.role());
        } catch (DomainRefusal refusal) {
            attempts.record(
                    person.account(),
                    route,
                    refusal.code(),
                    Optional.of(trial),
                    Optional.of(StreamId.of(trial).toString()),
                    "import");
            throw refusal;
        }
    }
}

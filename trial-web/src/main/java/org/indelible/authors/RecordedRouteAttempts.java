package org.indelible.authors;

import java.util.Optional;
import org.indelible.security.ForbiddenAttempts;
import org.indelible.security.SignedInPerson;
import org.springframework.stereotype.Component;

/** A route that a role may not use was tried: recorded like any other forbidden act. */
@Component
class RecordedRouteAttempts implements ForbiddenAttempts.Recorder {
    private final RecordedAttempts attempts;

    RecordedRouteAttempts(RecordedAttempts attempts) {
        this.attempts = attempts;
    }

    @Override
    public void record(SignedInPerson person, String act, String refusal, String path) {
        attempts.record(person.account(), act, refusal, Optional.empty(), Optional.empty(), path);
    }
}

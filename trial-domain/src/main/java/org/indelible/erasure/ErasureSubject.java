package org.indelible.erasure;

import java.util.Optional;
import org.indelible.shared.ParticipantKey;
import org.indelible.shared.StreamId;
import org.indelible.shared.TrialId;

/**
 * Whom the erased is about; all erasures about one subject are one stream.
 *
 * @param participant absent for what the entries of the trial and its sites say about nobody in particular
 */
public record ErasureSubject(TrialId trial, Optional<ParticipantKey> participant) {
    public StreamId stream() {
        return new StreamId.OfErasures(trial, participant);
    }
}

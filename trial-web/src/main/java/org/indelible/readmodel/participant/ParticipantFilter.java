package org.indelible.readmodel.participant;

import java.util.Optional;

/** @param search part of the participant's key */
public record ParticipantFilter(Optional<String> site, Optional<String> status, Optional<String> search) {
    public static ParticipantFilter none() {
        return new ParticipantFilter(Optional.empty(), Optional.empty(), Optional.empty());
    }
}

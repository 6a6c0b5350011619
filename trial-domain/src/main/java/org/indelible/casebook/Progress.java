package org.indelible.casebook;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.indelible.shared.ConsentVersion;

/**
 * How far a participant has come.
 *
 * @param milestones facts with the day on which they took place
 * @param collectionStoppedOn last day whose observations are still recorded, after a withdrawal that stops collection
 */
public record Progress(
        boolean identityRecorded,
        List<Consent> consents,
        Map<Milestone, LocalDate> milestones,
        Optional<LocalDate> collectionStoppedOn) {

    static final Progress NONE = new Progress(false, List.of(), Map.of(), Optional.empty());

    /** A consent given, and when. */
    public record Consent(ConsentVersion version, OffsetDateTime obtainedAt) {}

    /** Facts that are recorded at most once. */
    public enum Milestone {
        SCREENING_STARTED,
        SCREENING_FAILED,
        ENROLLED,
        RANDOMISED,
        TREATMENT_DISCONTINUED,
        CONSENT_WITHDRAWN,
        WITHDRAWN,
        LOST_TO_FOLLOW_UP,
        DIED,
        COMPLETED;

        /** Whether participation ends with it. */
        public boolean ends() {
            return ordinal() >= WITHDRAWN.ordinal();
        }
    }

    public boolean reached(Milestone milestone) {
        return milestones.containsKey(milestone);
    }

    /** Whether a consent given on this day or earlier is on record; any, where the day is not known. */
    public boolean consentedBy(Optional<LocalDate> day) {
        return consents.stream()
                .anyMatch(consent -> day.map(
                                on -> !consent.obtainedAt().toLocalDate().isAfter(on))
                        .orElse(true));
    }

    /** Whether a consent to this version of the form is on record. */
    public boolean consentedTo(ConsentVersion version) {
        return consents.stream().anyMatch(consent -> consent.version().equals(version));
    }

    /** First day on which participation had ended. */
    public Optional<LocalDate> endedOn() {
        return milestones.entrySet().stream()
                .filter(milestone -> milestone.getKey().ends())
                .map(Map.Entry::getValue)
                .min(LocalDate::compareTo);
    }

    Progress identified() {
        return new Progress(true, consents, milestones, collectionStoppedOn);
    }

    Progress consented(Consent consent) {
        List<Consent> more = new ArrayList<>(consents);
        more.add(consent);
        return new Progress(identityRecorded, List.copyOf(more), milestones, collectionStoppedOn);
    }

    Progress reach(Milestone milestone, LocalDate on) {
        Map<Milestone, LocalDate> more = new EnumMap<>(Milestone.class);
        more.putAll(milestones);
        more.putIfAbsent(milestone, on);
        return new Progress(identityRecorded, consents, Map.copyOf(more), collectionStoppedOn);
    }

    Progress stopCollection(LocalDate on) {
        LocalDate earliest = collectionStoppedOn.filter(on::isAfter).orElse(on);
        return new Progress(identityRecorded, consents, milestones, Optional.of(earliest));
    }
}

package org.indelible.jobs;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Long work at one moment.
 *
 * @param about the trial or ledger it works on
 * @param total 0 while it is not known
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record JobStatus(
        String id,
        String kind,
        String about,
        JobState state,
        String doing,
        long done,
        long total,
        Map<String, Long> counts,
        List<Finding> findings,
        Instant startedAt,
        Optional<Instant> endedAt) {
    /** Share done, in whole percent; 100 only at the end. */
    @JsonIgnore
    public int percent() {
        if (state == JobState.DONE) {
            return 100;
        }
        return total == 0 ? 0 : (int) Math.min(99, done * 100 / total);
    }

    /** How long it took, or has taken up to now. */
    @JsonIgnore
    public Duration took(Instant now) {
        return Duration.between(startedAt, endedAt.orElse(now));
    }

    @JsonIgnore
    public List<Finding> worst(int limit) {
        return findings.stream()
                .filter(finding -> finding.level() != Finding.Level.PASSED)
                .sorted((a, b) -> b.level().compareTo(a.level()))
                .limit(limit)
                .toList();
    }
}

package org.indelible.anchoring.verify;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What one check found about one subject.
 *
 * @param leafIndex the entry's place in its ledger, where the subject is an entry
 * @param stream the entry's stream, where known
 * @param subject what was checked, in words: {@code entry 17}, {@code tile 0/3}, {@code checkpoint 256}
 * @param message what was found; with expected and actual values where there are any
 */
public record Finding(
        Outcome outcome,
        Check check,
        String ledger,
        OptionalLong leafIndex,
        Optional<String> stream,
        OptionalLong seq,
        Optional<String> jti,
        String subject,
        String message) {
    public static Finding about(Outcome outcome, Check check, String ledger, String subject, String message) {
        return new Finding(
                outcome,
                check,
                ledger,
                OptionalLong.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                subject,
                message);
    }
}

package org.indelible.jobs;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Something that long work found. Holds no clinical value and no identity: whoever may see the job may see all of it.
 *
 * @param code stable, kebab-case
 * @param subject what it is about: an entry, a file, an element
 * @param cure what the reader can do about it
 * @param oid of the definition it concerns, in ODM
 * @param line in the file that was read, from 1
 * @param entry leaf index of the ledger entry it concerns
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Finding(
        Level level,
        String code,
        String subject,
        String message,
        Optional<String> cure,
        Optional<String> oid,
        OptionalInt line,
        OptionalInt column,
        OptionalLong entry) {
    /** How much it weighs. What was not checked is never a pass. */
    public enum Level {
        PASSED,
        INFO,
        WARNING,
        NOT_CHECKED,
        ERROR,
        FAILED;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public static Finding of(Level level, String code, String subject, String message) {
        return new Finding(
                level,
                code,
                subject,
                message,
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalLong.empty());
    }

    public Finding cure(String how) {
        return new Finding(level, code, subject, message, Optional.of(how), oid, line, column, entry);
    }

    public Finding oid(String definition) {
        return new Finding(level, code, subject, message, cure, Optional.of(definition), line, column, entry);
    }

    public Finding at(int inLine, int inColumn) {
        return new Finding(
                level, code, subject, message, cure, oid, OptionalInt.of(inLine), OptionalInt.of(inColumn), entry);
    }

    public Finding entry(long leafIndex) {
        return new Finding(level, code, subject, message, cure, oid, line, column, OptionalLong.of(leafIndex));
    }
}

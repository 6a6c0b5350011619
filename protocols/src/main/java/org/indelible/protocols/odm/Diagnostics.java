package org.indelible.protocols.odm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what is found while one file is read; what recurs is said once, with its count and first place. */
public final class Diagnostics {
    private final List<Diagnostic> found = new ArrayList<>();
    private final Map<String, Tally> tallies = new LinkedHashMap<>();

    public void add(Diagnostic diagnostic) {
        found.add(diagnostic);
    }

    public void error(String code, String message, String cure, Position at, @Nullable String oid) {
        found.add(Diagnostic.of(Severity.ERROR, code, message, cure, at, oid));
    }

    public void warning(String code, String message, String cure, Position at, @Nullable String oid) {
        found.add(Diagnostic.of(Severity.WARNING, code, message, cure, at, oid));
    }

    public void info(String code, String message, String cure, Position at, @Nullable String oid) {
        found.add(Diagnostic.of(Severity.INFO, code, message, cure, at, oid));
    }

    /** One more of a kind; {@code message} is the same for all of the kind, and is followed by the count. */
    public void tally(Severity severity, String code, String message, String cure, Position at) {
        tallies.computeIfAbsent(code + message, kind -> new Tally(severity, code, message, cure, at)).count++;
    }

    public boolean anyError() {
        return found.stream().anyMatch(Diagnostic::error);
    }

    /** What was found since the last call, without what is being counted. */
    public List<Diagnostic> drain() {
        List<Diagnostic> drained = List.copyOf(found);
        found.clear();
        return drained;
    }

    /** Everything found, what was counted last. */
    public List<Diagnostic> all() {
        List<Diagnostic> all = new ArrayList<>(found);
        tallies.values().forEach(tally -> all.add(tally.diagnostic()));
        return all;
    }

    private static final class Tally {
        private final Severity severity;
        private final String code;
        private final String message;
        private final String cure;
        private final Position first;
        private int count;

        private Tally(Severity severity, String code, String message, String cure, Position first) {
            this.severity = severity;
            this.code = code;
            this.message = message;
            this.cure = cure;
            this.first = first;
        }

        private Diagnostic diagnostic() {
            String times = count == 1 ? " (once)." : " (" + count + " times, first here).";
            return Diagnostic.of(severity, code, message + times, cure, first, null);
        }
    }
}

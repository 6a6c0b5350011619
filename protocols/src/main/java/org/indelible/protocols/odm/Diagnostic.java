package org.indelible.protocols.odm;

import org.jspecify.annotations.Nullable;

/**
 * What is the matter with a file, where, and what to do about it.
 *
 * @param code stable, kebab-case
 * @param line from 1; 0 where the matter has no single place
 * @param oid of the definition or item it is about
 */
public record Diagnostic(
        Severity severity,
        String code,
        String message,
        String cure,
        int line,
        int column,
        @Nullable String oid) {
    public static Diagnostic of(
            Severity severity, String code, String message, String cure, Position at, @Nullable String oid) {
        return new Diagnostic(severity, code, message, cure, at.line(), at.column(), oid);
    }

    public boolean error() {
        return severity == Severity.ERROR;
    }

    @Override
    public String toString() {
        String place = line > 0 ? line + ":" + column + ": " : "";
        return place + severity + " " + code + (oid == null ? "" : " [" + oid + "]") + ": " + message + " " + cure;
    }
}

package org.indelible.api;

import java.sql.SQLException;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** What to say when the database cannot do its work: nothing unsaved is told to be saved, and the reader learns what to do. */
final class StorageTrouble {
    private static final Problem UNAVAILABLE = new Problem(
            HttpStatus.SERVICE_UNAVAILABLE,
            "database-unavailable",
            "The database does not answer. Everything that was confirmed is safe; what was just sent may not have been saved.",
            "Try again in a moment. If it lasts, tell the administrator.");
    private static final Problem FULL = new Problem(
            HttpStatus.INSUFFICIENT_STORAGE,
            "storage-full",
            "The disk of the database is full. Everything that was confirmed is safe; what was just sent was not saved.",
            "Tell the administrator: the disk of the database needs room.");

    private StorageTrouble() {}

    /** By SQLSTATE class (PostgreSQL documentation, appendix A), wherever in the chain of causes it is. */
    static Optional<Problem> in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                String state = sql.getSQLState();
                if (state.startsWith("53") && !state.equals("53300")) {
                    return Optional.of(FULL);
                }
                if (state.startsWith("08") || state.startsWith("57P") || state.equals("53300")) {
                    return Optional.of(UNAVAILABLE);
                }
            }
            if (cause instanceof java.sql.SQLTransientConnectionException) {
                return Optional.of(UNAVAILABLE);
            }
        }
        return Optional.empty();
    }
}

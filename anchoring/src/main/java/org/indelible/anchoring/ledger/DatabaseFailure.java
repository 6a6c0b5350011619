package org.indelible.anchoring.ledger;

import java.sql.SQLException;

/** What a failure of the database means (PostgreSQL error codes, appendix A of its manual). */
final class DatabaseFailure {
    private DatabaseFailure() {}

    static LedgerUnavailableException translate(SQLException e) {
        if (isConnectionLost(e)) {
            return new LedgerUnavailableException(
                    LedgerUnavailableException.Reason.CONNECTION_LOST,
                    "the connection to the ledger's database is lost; nothing of this was stored. Is PostgreSQL running? Repeat when it is ("
                            + e.getMessage() + ")",
                    e);
        }
        if ("53100".equals(e.getSQLState())) {
            return new LedgerUnavailableException(
                    LedgerUnavailableException.Reason.DISK_FULL,
                    "the disk of the ledger's database is full; nothing of this was stored. Make room and repeat ("
                            + e.getMessage() + ")",
                    e);
        }
        return new LedgerUnavailableException(
                LedgerUnavailableException.Reason.DATABASE_ERROR,
                "the ledger's database failed; nothing of this was stored (" + e.getSQLState() + ": " + e.getMessage()
                        + ")",
                e);
    }

    /** Class 08 is the connection; 57P01 to 57P03 an administrator or a crash; 57P05 an idle session's end. */
    static boolean isConnectionLost(SQLException e) {
        String state = e.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57P");
    }

    /** Whether trying the same commands one by one may save some of them. */
    static boolean mayBeOneCommands(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("54"));
    }
}

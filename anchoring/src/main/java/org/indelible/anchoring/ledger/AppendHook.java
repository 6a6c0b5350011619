package org.indelible.anchoring.ledger;

import java.sql.Connection;
import java.sql.SQLException;

/** Called by the appender after each step, so that tests can fail any of them or cut the connection there. */
@FunctionalInterface
public interface AppendHook {
    AppendHook NONE = (step, connection) -> {};

    void after(AppendStep step, Connection connection) throws SQLException;
}

package org.indelible.anchoring.ledger;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Called by the appender after each step, so that tests can fail any of them or cut the connection there. As long as a hook asks for it the
 * steps are taken one by one; otherwise all of them go to the database in one statement.
 */
@FunctionalInterface
public interface AppendHook {
    AppendHook NONE = new AppendHook() {
        @Override
        public void after(AppendStep step, Connection connection) {}

        @Override
        public boolean wantsSteps() {
            return false;
        }
    };

    void after(AppendStep step, Connection connection) throws SQLException;

    /** Asked before each batch. */
    default boolean wantsSteps() {
        return true;
    }
}

package org.indelible.readmodel.projection;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Many rows of one table by {@code COPY}, in PostgreSQL's text format. */
final class CopiedRows {
    /** Fewer are not worth the statement of their own. */
    static final int WORTH_IT = 20;

    private CopiedRows() {}

    /** The rows as text; empty where a value is of a type whose text is not certain to be what JDBC would send. */
    static Optional<String> text(List<List<@Nullable Object>> rows) {
        StringBuilder text = new StringBuilder();
        for (List<@Nullable Object> row : rows) {
            char separator = 0;
            for (Object value : row) {
                if (separator != 0) {
                    text.append(separator);
                }
                separator = '\t';
                if (!append(value, text)) {
                    return Optional.empty();
                }
            }
            text.append('\n');
        }
        return Optional.of(text.toString());
    }

    private static boolean append(@Nullable Object value, StringBuilder text) {
        switch (value) {
            case null -> text.append("\\N");
            case String string -> escape(string, text);
            case Long number -> text.append(number.longValue());
            case Integer number -> text.append(number.intValue());
            case Boolean truth -> text.append(truth.booleanValue());
            case OffsetDateTime time -> text.append(time);
            case LocalDate date -> text.append(date);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void escape(String string, StringBuilder text) {
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(c);
            }
        }
    }

    /** What PostgreSQL says of a failed copy quotes the line, which belongs in no log: of its exception the state is kept. */
    static void copy(Connection connection, String table, List<String> columns, String text) throws SQLException {
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy " + table + " (" + String.join(", ", columns) + ") from stdin",
                            new StringReader(text));
        } catch (SQLException e) {
            throw new SQLException("rows cannot be copied into " + table, e.getSQLState());
        } catch (IOException e) {
            throw new SQLException("rows could not be sent to " + table, e);
        }
    }
}

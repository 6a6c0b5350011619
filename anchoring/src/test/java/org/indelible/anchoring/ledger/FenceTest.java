package org.indelible.anchoring.ledger;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What PostgreSQL itself refuses. */
@Requirement({"R16", "R17"})
class FenceTest {
    private static TestDatabase database;

    @BeforeAll
    static void create() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "entry",
                "erasable_disclosure",
                "erasure",
                "erased_key",
                "tile",
                "checkpoint",
                "certificate",
                "blob",
                "self_audit",
                "self_audit_ledger",
                "cosignature",
                "timestamp_token",
                "evidence_record",
                "attestor_report",
                "head",
                "log_head"
            })
    void the_application_can_neither_delete_nor_truncate_anything(String table) {
        assertRefused(database.application(), "delete from ledger." + table, "permission denied");
        assertRefused(database.application(), "truncate ledger." + table, "permission denied");
    }

    @ParameterizedTest
    @CsvSource({
        "entry, payload = ''",
        "erasable_disclosure, key_ref = ''",
        "erasure, digest = ''",
        "erased_key, key_ref = ''",
        "tile, index = 0",
        "checkpoint, note = ''",
        "certificate, kid = ''",
        "blob, form = 'plain'",
        "self_audit, outcome = 'PASSED'",
        "self_audit_ledger, entries = 0",
        "cosignature, line = ''",
        "timestamp_token, token = ''",
        "evidence_record, record = ''",
        "attestor_report, detail = ''",
        "head, size = 0",
        "log_head, next_position = 0"
    })
    void the_application_can_update_nothing(String table, String assignment) {
        assertRefused(database.application(), "update ledger." + table + " set " + assignment, "permission denied");
    }

    @ParameterizedTest
    @CsvSource({
        "entry, payload = ''",
        "erasure, digest = ''",
        "erasable_disclosure, key_ref = ''",
        "tile, index = 0",
        "checkpoint, note = ''",
        "certificate, kid = ''",
        "blob, form = 'plain'",
        "self_audit, outcome = 'PASSED'",
        "self_audit_ledger, entries = 0",
        "cosignature, line = ''",
        "timestamp_token, token = ''",
        "evidence_record, record = ''",
        "attestor_report, detail = ''"
    })
    void not_even_the_owner_updates_or_truncates_records(String table, String assignment) {
        assertRefused(database.superuser(), "update ledger." + table + " set " + assignment, "is refused");
        assertRefused(database.superuser(), "truncate ledger." + table + " cascade", "is refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "entry",
                "erasure",
                "tile",
                "checkpoint",
                "certificate",
                "blob",
                "self_audit",
                "self_audit_ledger",
                "cosignature",
                "timestamp_token",
                "evidence_record",
                "attestor_report",
                "head",
                "log_head"
            })
    void not_even_the_owner_deletes_records(String table) {
        assertRefused(database.superuser(), "delete from ledger." + table, "is refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"update ledger.log_head set next_position = 0", "truncate ledger.log_head"})
    void heads_never_go_back(String sql) {
        assertThatThrownBy(() -> execute(database.superuser(), sql)).isInstanceOf(SQLException.class);
    }

    private static void assertRefused(DataSource dataSource, String sql, String message) {
        assertThatThrownBy(() -> execute(dataSource, sql))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(message);
    }

    private static void execute(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

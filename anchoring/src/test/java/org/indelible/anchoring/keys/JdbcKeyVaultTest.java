package org.indelible.anchoring.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@Requirement({"R44", "R45"})
class JdbcKeyVaultTest {
    private static TestDatabase database;

    @BeforeAll
    static void create() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static JdbcKeyVault open() {
        return JdbcKeyVault.open(database.application(), TestDatabase.VAULT_PASSWORD.toCharArray());
    }

    @Test
    void a_participant_has_one_key_on_every_node() {
        DataKey key = open().participantKey("ledger", "one");

        assertThat(open().participantKey("ledger", "one")).isEqualTo(key);
        assertThat(open().participantKey("ledger", "two")).isNotEqualTo(key);
        assertThat(open().participantKey("other", "one")).isNotEqualTo(key);
    }

    @Test
    void a_disclosure_key_is_durable_before_it_is_handed_out_and_handed_out_once() {
        JdbcKeyVault vault = open();
        DataKey first = vault.disclosureKey();
        DataKey second = vault.disclosureKey();

        assertThat(first).isNotEqualTo(second);
        assertThat(open().find(List.of(first.ref(), second.ref()))).containsValues(first, second);
    }

    @Test
    void a_destroyed_key_is_gone_and_known_to_be() {
        JdbcKeyVault vault = open();
        DataKey key = vault.participantKey("ledger", "erased");
        vault.find(List.of(key.ref()));

        vault.destroy(List.of(key.ref()));
        vault.destroy(List.of(key.ref()));

        assertThat(vault.find(List.of(key.ref()))).isEmpty();
        assertThat(vault.destroyed(List.of(key.ref(), "other"))).isEqualTo(Set.of(key.ref()));
        assertThat(vault.participantKey("ledger", "erased")).isNotEqualTo(key);
    }

    @Test
    void another_password_opens_nothing() {
        open();

        assertThatThrownBy(() -> JdbcKeyVault.open(database.application(), "wrong".toCharArray()))
                .isInstanceOf(KeyVaultException.class)
                .hasMessageContaining("password");
    }

    @Test
    void a_key_moved_to_another_row_does_not_open() {
        JdbcKeyVault vault = open();
        DataKey one = vault.disclosureKey();
        DataKey other = vault.disclosureKey();
        database.execute("update vault.data_key set wrapped = (select wrapped from vault.data_key where ref = '"
                + one.ref() + "') where ref = '" + other.ref() + "'");

        assertThatThrownBy(() -> open().find(List.of(other.ref()))).isInstanceOf(KeyVaultException.class);
    }
}

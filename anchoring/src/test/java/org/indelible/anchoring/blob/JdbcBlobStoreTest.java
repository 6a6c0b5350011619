package org.indelible.anchoring.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.indelible.anchoring.primitive.Base64Text;
import org.indelible.anchoring.primitive.Sha256;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@Requirement("R16")
class JdbcBlobStoreTest {
    private static final byte[] CONTENT = "consent form".getBytes(StandardCharsets.UTF_8);
    private static TestDatabase database;
    private static JdbcBlobStore blobs;

    @BeforeAll
    static void create() {
        database = TestDatabase.create();
        blobs = new JdbcBlobStore(database.application(), database.vault());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void plain_bytes_are_put_once_under_their_own_hash() {
        String address = blobs.put(CONTENT);

        assertThat(address).isEqualTo(Base64Text.URL.encode(Sha256.of(CONTENT))).isEqualTo(blobs.put(CONTENT));
        assertThat(blobs.get(address)).hasValue(CONTENT);
        assertThat(blobs.contains(address)).isTrue();
    }

    @Test
    void salted_and_encrypted_bytes_cannot_be_guessed_from_their_hash() {
        String salted = blobs.putSalted(CONTENT);
        String encrypted = blobs.putEncrypted(CONTENT, "t", "one");

        assertThat(salted).isNotEqualTo(blobs.putSalted(CONTENT));
        assertThat(encrypted).isNotEqualTo(blobs.putEncrypted(CONTENT, "t", "one"));
        assertThat(blobs.get(salted)).hasValue(CONTENT);
        assertThat(blobs.get(encrypted)).hasValue(CONTENT);
    }

    @Test
    void erasing_a_participant_erases_their_blobs() {
        String encrypted = blobs.putEncrypted(CONTENT, "t", "erased");

        database.vault()
                .destroy(List.of(database.vault().participantKey("t", "erased").ref()));

        assertThat(blobs.get(encrypted)).isEmpty();
        assertThat(blobs.contains(encrypted)).isTrue();
    }

    @Test
    void an_altered_blob_is_not_handed_out() {
        String address = blobs.put("other".getBytes(StandardCharsets.UTF_8));
        database.tamper("update ledger.blob set content = 'x' where content = 'other'");

        assertThatThrownBy(() -> blobs.get(address))
                .isInstanceOf(BlobException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void what_is_no_address_is_the_address_of_nothing() {
        assertThat(blobs.get("no address")).isEmpty();
        assertThat(blobs.contains("A".repeat(43))).isFalse();
    }
}

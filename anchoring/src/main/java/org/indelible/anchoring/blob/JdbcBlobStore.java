package org.indelible.anchoring.blob;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.indelible.anchoring.jdbc.Database;
import org.indelible.anchoring.keys.AesGcm;
import org.indelible.anchoring.keys.CipherTextException;
import org.indelible.anchoring.keys.DataKey;
import org.indelible.anchoring.keys.KeyVault;
import org.indelible.anchoring.primitive.Base64Text;
import org.indelible.anchoring.primitive.EncodingException;
import org.indelible.anchoring.primitive.Sha256;
import org.jspecify.annotations.Nullable;

/** Blobs in PostgreSQL, table {@code ledger.blob}. What is read is held against its address. */
public final class JdbcBlobStore implements BlobStore {
    private static final int SALT_BYTES = 16;
    private static final byte[] NO_ASSOCIATED_DATA = new byte[0];

    private record Row(BlobForm form, @Nullable String keyRef, byte[] content) {}

    private final Database database;
    private final KeyVault vault;
    private final SecureRandom random = new SecureRandom();

    public JdbcBlobStore(DataSource dataSource, KeyVault vault) {
        this.database = new Database(
                dataSource, e -> new BlobException("the blob store's database failed: " + e.getMessage(), e));
        this.vault = vault;
    }

    @Override
    public String put(byte[] content) {
        return store(BlobForm.PLAIN, null, content);
    }

    @Override
    public String putSalted(byte[] content) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] salted = Arrays.copyOf(salt, SALT_BYTES + content.length);
        System.arraycopy(content, 0, salted, SALT_BYTES, content.length);
        return store(BlobForm.SALTED, null, salted);
    }

    @Override
    public String putEncrypted(byte[] content, String ledger, String participant) {
        DataKey key = vault.participantKey(ledger, participant);
        return store(BlobForm.ENCRYPTED, key.ref(), AesGcm.encrypt(key.key(), content, NO_ASSOCIATED_DATA));
    }

    private String store(BlobForm form, @Nullable String keyRef, byte[] stored) {
        byte[] sha256 = Sha256.of(stored);
        // A content is its address: whoever put it first put the same.
        database.update(
                "insert into ledger.blob (sha256, form, key_ref, content) values (?, ?, ?, ?) on conflict do nothing",
                sha256,
                form.column(),
                keyRef,
                stored);
        return Base64Text.URL.encode(sha256);
    }

    @Override
    public Optional<byte[]> get(String sha256) {
        return address(sha256)
                .flatMap(address -> database.first(
                        "select form, key_ref, content from ledger.blob where sha256 = ?",
                        row -> new Row(
                                BlobForm.ofColumn(row.getString("form")),
                                row.getString("key_ref"),
                                row.getBytes("content")),
                        (Object) address))
                .flatMap(row -> open(sha256, row));
    }

    @Override
    public boolean contains(String sha256) {
        return address(sha256)
                .flatMap(address ->
                        database.first("select 1 from ledger.blob where sha256 = ?", row -> true, (Object) address))
                .isPresent();
    }

    private Optional<byte[]> open(String sha256, Row row) {
        if (!Base64Text.URL.encode(Sha256.of(row.content())).equals(sha256)) {
            throw new BlobException("blob " + sha256 + " is damaged; verify the ledger and restore it", null);
        }
        return switch (row.form()) {
            case PLAIN -> Optional.of(row.content());
            case SALTED -> Optional.of(Arrays.copyOfRange(row.content(), SALT_BYTES, row.content().length));
            case ENCRYPTED -> decrypt(sha256, row);
        };
    }

    private Optional<byte[]> decrypt(String sha256, Row row) {
        String ref = row.keyRef();
        DataKey key = ref == null ? null : vault.find(List.of(ref)).get(ref);
        if (key == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(AesGcm.decrypt(key.key(), row.content(), NO_ASSOCIATED_DATA));
        } catch (CipherTextException e) {
            throw new BlobException("blob " + sha256 + " was not encrypted under the key it names", e);
        }
    }

    private static Optional<byte[]> address(String sha256) {
        try {
            return Optional.of(Base64Text.URL.decode(sha256, Sha256.BYTES));
        } catch (EncodingException e) {
            return Optional.empty();
        }
    }
}

package org.indelible.anchoring.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.indelible.anchoring.blob.JdbcBlobStore;
import org.indelible.anchoring.certificate.AuthorKey;
import org.indelible.anchoring.certificate.AuthorSubject;
import org.indelible.anchoring.certificate.CertificateAuthority;
import org.indelible.anchoring.checkpoint.Checkpoint;
import org.indelible.anchoring.checkpoint.CheckpointFormatException;
import org.indelible.anchoring.checkpoint.KeyHandover;
import org.indelible.anchoring.entry.EntryClaims;
import org.indelible.anchoring.entry.EntryDraft;
import org.indelible.anchoring.entry.EntrySealer;
import org.indelible.anchoring.entry.SaltSource;
import org.indelible.anchoring.ledger.AppendHook;
import org.indelible.anchoring.ledger.AppendReceipt;
import org.indelible.anchoring.ledger.AppendRequest;
import org.indelible.anchoring.ledger.AppendedEntry;
import org.indelible.anchoring.ledger.AppenderSettings;
import org.indelible.anchoring.ledger.AuthorityEvent;
import org.indelible.anchoring.ledger.CertificateStore;
import org.indelible.anchoring.ledger.CheckpointSigner;
import org.indelible.anchoring.ledger.HighWaterFile;
import org.indelible.anchoring.ledger.JdbcCheckpointService;
import org.indelible.anchoring.ledger.JdbcLedgerStore;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.ledger.NewEntry;
import org.indelible.anchoring.ledger.RotationEvent;
import org.indelible.anchoring.ledger.SealingPlatformAppender;
import org.indelible.anchoring.primitive.Base64Text;
import org.indelible.anchoring.primitive.Ed25519Signer;
import org.indelible.anchoring.verify.JdbcLedgerVerifier;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A whole ledger for tests: an author, a store, checkpoints and a verifier, over a {@link TestDatabase}. */
public final class TestLedger implements AutoCloseable {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private record Head(long seq, Optional<String> hash) {}

    private final TestDatabase database;
    private CertificateAuthority authority;
    private AuthorKey author;
    private final HighWaterFile highWater;
    private CheckpointSigner signer;
    private final Path home;
    private final EntrySealer sealer = new EntrySealer();
    private final JdbcLedgerStore store;
    private NewEntry certification;
    private boolean certified;
    private JdbcCheckpointService checkpoints;
    private final Map<String, Head> heads = new HashMap<>();

    /** @param home where the authority and the high-water file are kept */
    public TestLedger(TestDatabase database, Path home) {
        this(database, home, AppenderSettings.DEFAULT, AppendHook.NONE);
    }

    public TestLedger(TestDatabase database, Path home, AppenderSettings settings, AppendHook hook) {
        this(
                database,
                home,
                settings,
                hook,
                new CheckpointSigner("test.example/log", Ed25519Signer.generate(new SecureRandom())));
    }

    private TestLedger(
            TestDatabase database, Path home, AppenderSettings settings, AppendHook hook, CheckpointSigner signer) {
        this.database = database;
        this.home = home;
        this.signer = signer;
        try {
            this.authority = CertificateAuthority.open(home, "test".toCharArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.author = newAuthor(database, authority);
        this.highWater = new HighWaterFile(home.resolve("high-water"));
        this.store = JdbcLedgerStore.open(database.application(), database.vault(), settings, hook, highWater);
        this.certification = certification();
        this.checkpoints = checkpoints(highWater);
    }

    private static AuthorKey newAuthor(TestDatabase database, CertificateAuthority authority) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        AuthorKey key = authority.newAuthorKey(
                new AuthorSubject("account:tester", "org", List.of("coordinator")), now, now.plus(Duration.ofHours(8)));
        new CertificateStore(database.application()).put(key.certificate().der());
        return key;
    }

    /** The authority announces another, by whomever it certified, and the other certifies from here on. */
    public TestLedger rotateAuthority(CertificateAuthority next) {
        announce(store.ledgerSize(LedgerStore.PLATFORM), authority, next, false);
        return certifiesWith(next);
    }

    /** Enters that another authority certifies, true or not. */
    public void announce(long since, CertificateAuthority before, CertificateAuthority next, boolean lost) {
        try {
            append(
                    LedgerStore.PLATFORM,
                    AuthorityEvent.STREAM,
                    AuthorityEvent.TYPE,
                    JSON.objectNode()
                            .put("since", Long.toString(since))
                            .put(
                                    "previous",
                                    Base64Text.STANDARD.encode(before.root().getEncoded()))
                            .put("root", Base64Text.STANDARD.encode(next.root().getEncoded()))
                            .put("lost", lost));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whatever is on record: a new author, certified by this authority, seals from here on. */
    public TestLedger certifiesWith(CertificateAuthority other) {
        authority = other;
        author = newAuthor(database, other);
        certification = certification();
        store.append(AppendRequest.of(certification));
        certified = true;
        return this;
    }

    /** The same installation, with its keys and its high-water file, over another state of its database. */
    public TestLedger over(TestDatabase restored) {
        return new TestLedger(restored, home, AppenderSettings.DEFAULT, AppendHook.NONE, signer);
    }

    private JdbcCheckpointService checkpoints(HighWaterFile file) {
        return new JdbcCheckpointService(
                database.application(),
                signer,
                file,
                new SealingPlatformAppender(
                        store,
                        sealer,
                        () -> new SealingPlatformAppender.SystemAuthor(author, act(), certifiedBy()),
                        Clock.systemUTC()),
                Clock.systemUTC());
    }

    private NewEntry certification() {
        ObjectNode data = JSON.objectNode();
        data.putObject("certificate")
                .put("kid", author.kid())
                .put("der", Base64Text.STANDARD.encode(author.certificate().der()));
        return entry(
                UUID.randomUUID().toString(),
                LedgerStore.PLATFORM,
                "system:" + author.kid(),
                0,
                Optional.empty(),
                Instant.now(),
                Optional.empty(),
                authority.rootThumbprint(),
                data);
    }

    /** The author certifies its own key, as systems do. Comes first in {@code platform} where entries of it are to verify. */
    public TestLedger certified() {
        if (!certified) {
            certified = true;
            store.append(AppendRequest.of(certification));
        }
        return this;
    }

    /** As whom {@link #author} acts. */
    public static ObjectNode act() {
        return JSON.objectNode()
                .put("account", "account:tester")
                .put("organisation", "org")
                .put("role", "coordinator");
    }

    public JdbcLedgerStore store() {
        return store;
    }

    /** The key hands over to another at the present heads, and the other signs from here on. */
    public TestLedger rotate(CheckpointSigner next) {
        List<String> all = new ArrayList<>(store.ledgers());
        all.remove(LedgerStore.PLATFORM);
        all.add(LedgerStore.PLATFORM);
        for (String ledger : all) {
            record(ledger, signer.handOver(head(ledger), next));
        }
        return signsWith(next);
    }

    /** The last checkpoint that the key in force signs of a ledger. */
    public Checkpoint head(String ledger) {
        try {
            return Checkpoint.parse(checkpoints.checkpoint(ledger).note().split("\n\n", 2)[0] + '\n');
        } catch (CheckpointFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Enters a handover, true or not. */
    public void record(String ledger, KeyHandover handover) {
        record(ledger, handover.note().toString());
    }

    public void record(String ledger, String handover) {
        append(
                LedgerStore.PLATFORM,
                RotationEvent.stream(ledger),
                RotationEvent.TYPE,
                JSON.objectNode().put("ledger", ledger).put("handover", handover));
    }

    /** Whatever is on record. */
    public TestLedger signsWith(CheckpointSigner other) {
        signer = other;
        checkpoints = checkpoints(highWater);
        return this;
    }

    /** Signs as another node does, with a high-water file of its own. */
    public JdbcCheckpointService elsewhere(Path otherHome) {
        try {
            return checkpoints(
                    new HighWaterFile(Files.createDirectories(otherHome).resolve("high-water")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JdbcCheckpointService checkpoints() {
        return checkpoints;
    }

    public HighWaterFile highWater() {
        return highWater;
    }

    public CheckpointSigner signer() {
        return signer;
    }

    public CertificateAuthority authority() {
        return authority;
    }

    /** Hash of the platform entry that certified {@link #author}. */
    public String certifiedBy() {
        return certification.sealed().entryHash();
    }

    public AuthorKey author() {
        return author;
    }

    public JdbcBlobStore blobs() {
        return new JdbcBlobStore(database.application(), database.vault());
    }

    public JdbcLedgerVerifier verifier() {
        certified();
        return verifierOf(database);
    }

    /** Verifies a copy of this ledger's database. */
    public JdbcLedgerVerifier verifierOf(TestDatabase copy) {
        return JdbcLedgerVerifier.of(copy.application(), copy.vault(), signer.identity(), authority.root(), highWater);
    }

    /** Fields of all four disclosure classes. */
    public static ObjectNode data(String text) {
        ObjectNode data = JSON.objectNode().put("oid", "IT.1");
        data.set("name", disclosable("I", "name of " + text));
        data.set("comment", disclosable("F", "comment on " + text));
        data.set("arm", disclosable("A", "arm of " + text));
        data.set("value", disclosable("V", text));
        return data;
    }

    public static ObjectNode disclosable(String letter, String value) {
        ObjectNode leaf = JSON.objectNode();
        leaf.putObject("~d").put("c", letter).put("v", value);
        return leaf;
    }

    /** A sealed entry of any place in any stream. */
    public NewEntry entry(String ledger, String stream, long seq, Optional<String> prev, ObjectNode data) {
        return entry(UUID.randomUUID().toString(), ledger, stream, seq, prev, Instant.now(), Optional.empty(), data);
    }

    public NewEntry entry(
            String jti,
            String ledger,
            String stream,
            long seq,
            Optional<String> prev,
            Instant iat,
            Optional<String> def,
            ObjectNode data) {
        return entry(jti, ledger, stream, seq, prev, iat, def, certifiedBy(), data);
    }

    private NewEntry entry(
            String jti,
            String ledger,
            String stream,
            long seq,
            Optional<String> prev,
            Instant iat,
            Optional<String> def,
            String auth,
            ObjectNode data) {
        return entry(claims(jti, ledger, stream, seq, prev, iat, def, act(), auth), author, data);
    }

    /** The first entry of a stream, attributed to anybody. */
    public NewEntry attributed(
            String ledger, String stream, AuthorKey key, ObjectNode act, String auth, ObjectNode data) {
        String jti = UUID.randomUUID().toString();
        return entry(
                claims(jti, ledger, stream, 0, Optional.empty(), Instant.now(), Optional.empty(), act, auth),
                key,
                data);
    }

    /** The next entry of a stream that only this object writes, of any type. */
    public AppendedEntry append(String ledger, String stream, String type, ObjectNode data) {
        Head head = heads.getOrDefault(stream, new Head(-1, Optional.empty()));
        EntryClaims as = claims(
                UUID.randomUUID().toString(),
                ledger,
                stream,
                head.seq() + 1,
                head.hash(),
                Instant.now(),
                Optional.empty(),
                act(),
                certifiedBy());
        return append(stream, entry(typed(as, type), author, data));
    }

    private static EntryClaims typed(EntryClaims as, String type) {
        return new EntryClaims(
                as.jti(),
                as.ledger(),
                as.stream(),
                as.streamType(),
                as.seq(),
                as.prev(),
                type,
                as.rev(),
                as.trial(),
                as.site(),
                as.sub(),
                as.iat(),
                as.ent(),
                as.src(),
                as.act(),
                as.auth(),
                as.def(),
                as.cmd(),
                as.meta());
    }

    private AppendedEntry append(String stream, NewEntry entry) {
        AppendReceipt receipt = store.append(AppendRequest.of(entry));
        heads.put(
                stream,
                new Head(entry.claims().seq(), Optional.of(entry.sealed().entryHash())));
        return receipt.entries().getFirst();
    }

    private NewEntry entry(EntryClaims claims, AuthorKey key, ObjectNode data) {
        EntryDraft draft = new EntryDraft(claims, data);
        return NewEntry.of(draft, sealer.seal(draft, key, SaltSource.secureRandom()));
    }

    private static EntryClaims claims(
            String jti,
            String ledger,
            String stream,
            long seq,
            Optional<String> prev,
            Instant iat,
            Optional<String> def,
            ObjectNode act,
            String auth) {
        return new EntryClaims(
                jti,
                ledger,
                stream,
                "casebook",
                seq,
                prev,
                "tested",
                "1",
                Optional.empty(),
                Optional.empty(),
                Optional.of(stream),
                iat.truncatedTo(ChronoUnit.MILLIS),
                Optional.empty(),
                Optional.empty(),
                act,
                auth,
                def,
                Optional.empty(),
                JSON.objectNode());
    }

    /** Appends one entry to the end of a stream that only this object writes. */
    public AppendedEntry append(String ledger, String stream, ObjectNode data) {
        return append(ledger, stream, Optional.empty(), data);
    }

    public AppendedEntry append(String ledger, String stream, Optional<String> def, ObjectNode data) {
        Head head = heads.getOrDefault(stream, new Head(-1, Optional.empty()));
        NewEntry entry = entry(
                UUID.randomUUID().toString(), ledger, stream, head.seq() + 1, head.hash(), Instant.now(), def, data);
        return append(stream, entry);
    }

    @Override
    public void close() {
        store.close();
    }
}

package org.indelible.anchoring.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.indelible.anchoring.certificate.AuthorKey;
import org.indelible.anchoring.certificate.AuthorSubject;
import org.indelible.anchoring.certificate.CertificateAuthority;
import org.indelible.anchoring.checkpoint.Checkpoint;
import org.indelible.anchoring.checkpoint.CheckpointFormatException;
import org.indelible.anchoring.checkpoint.Cosigner;
import org.indelible.anchoring.entry.Disclosure;
import org.indelible.anchoring.entry.EntryClaims;
import org.indelible.anchoring.entry.EntryDraft;
import org.indelible.anchoring.entry.EntrySealer;
import org.indelible.anchoring.entry.SaltSource;
import org.indelible.anchoring.entry.SealedEntry;
import org.indelible.anchoring.evidence.BundleWriter;
import org.indelible.anchoring.evidence.BundledLog;
import org.indelible.anchoring.evidence.EntryLine;
import org.indelible.anchoring.evidence.EvidenceProfile;
import org.indelible.anchoring.evidence.EvidenceScope;
import org.indelible.anchoring.evidence.Manifest;
import org.indelible.anchoring.ledger.CheckpointSigner;
import org.indelible.anchoring.ledger.LogIdentity;
import org.indelible.anchoring.merkle.CompactRange;
import org.indelible.anchoring.merkle.Hash;
import org.indelible.anchoring.merkle.TreeHash;
import org.indelible.anchoring.note.NoteFormatException;
import org.indelible.anchoring.note.NoteSigner;
import org.indelible.anchoring.note.SignedNote;
import org.indelible.anchoring.primitive.Base64Text;
import org.indelible.anchoring.primitive.Ed25519Signer;
import org.indelible.anchoring.timestamp.ImprintAlgorithm;
import org.indelible.anchoring.timestamp.TimestampFormatException;
import org.indelible.anchoring.timestamp.TimestampRequest;
import org.indelible.anchoring.timestamp.TimestampVerificationException;
import org.indelible.anchoring.tlog.EntryBundle;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A trial made up by somebody who holds every key of an installation, and the evidence bundle of it: right as it comes, and wrong in
 * whatever way a test makes it.
 */
public final class TestHistory {
    public static final String LEDGER = "t";
    public static final String INSTALLATION = "test.example/log";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int STREAMS = 3;
    private static final String ACCOUNT = "account:coordinator";

    /** Every key of an installation, in one hand. */
    public static final class Keys {
        private final CertificateAuthority authority = Authors.authority();
        private final Ed25519Signer log = Ed25519Signer.generate(new SecureRandom());
        private final Instant from =
                Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(2));
        private final AuthorKey system = author("platform");
        private final AuthorKey person = author("coordinator");

        /** A key certified by the installation's own authority. */
        public AuthorKey author(String account) {
            return author(account, authority);
        }

        public CertificateAuthority authority() {
            return authority;
        }

        private AuthorKey author(String account, CertificateAuthority by) {
            return by.newAuthorKey(
                    new AuthorSubject(account, "org", List.of("coordinator")), from, from.plus(Duration.ofHours(12)));
        }

        public AuthorKey person() {
            return person;
        }

        public LogIdentity identity() {
            return new LogIdentity(INSTALLATION, log.verifier());
        }

        /** Signs as the installation does. */
        public CheckpointSigner checkpoints() {
            return new CheckpointSigner(INSTALLATION, log);
        }

        NoteSigner signer(String ledger) {
            return signer(ledger, log);
        }

        NoteSigner signer(String ledger, Ed25519Signer key) {
            try {
                return NoteSigner.of(INSTALLATION + '/' + ledger, key);
            } catch (NoteFormatException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final Keys keys;
    private final EntrySealer sealer = new EntrySealer();
    private final Map<String, Link> heads = new HashMap<>();
    private AuthorKey system;
    private AuthorKey person;
    private String founding;
    private String signIn;
    private int signIns;
    private Instant now;

    private record Link(long seq, String hash) {}

    /** Lines of the trial's entries; a test may change them. */
    public final List<EntryLine> trial = new ArrayList<>();

    /** Lines of the platform's entries, but for the one that holds the trial's checkpoint. */
    public final List<EntryLine> platform = new ArrayList<>();

    /** Further files by name; a test may change them. */
    public final Map<String, byte[]> files = new TreeMap<>();

    /** Leaf hashes of the trial where they are to be others than those of the lines. */
    public Optional<List<Hash>> leaves = Optional.empty();

    /** As whom the list of files is signed. */
    public Optional<NoteSigner> listSigner = Optional.empty();

    /** Who has cosigned the platform's checkpoint. */
    public final List<Cosigner> witnesses = new ArrayList<>();

    /** When those witnesses saw which checkpoint of the trial: size to time. */
    public final NavigableMap<Integer, Instant> cosigned = new TreeMap<>();

    /** Tokens over checkpoints of the trial, by size; a test may change them. */
    public final NavigableMap<Integer, byte[]> stamps = new TreeMap<>();

    /** Another key signs the trial's checkpoints up to a size. */
    private record Former(Ed25519Signer key, int size) {}

    private Optional<Former> former = Optional.empty();

    public EvidenceProfile profile = EvidenceProfile.FULL;

    public TestHistory(Keys keys) {
        this.keys = keys;
        this.now = keys.from.plus(Duration.ofHours(1));
        this.system = keys.system;
        this.person = keys.person;
        certificate(system);
        certificate(person);
        files.put("README.txt", "evidence".getBytes(StandardCharsets.UTF_8));
        files.put("certificates/root.der", der(keys.authority));
        this.founding = certify("system:platform", "certificate-issued", keys.authority.rootThumbprint(), system);
        this.signIn = certify(ACCOUNT, "signed-in", founding, person);
    }

    /** A history of so many entries over three streams. */
    public static TestHistory of(Keys keys, int entries) {
        TestHistory history = new TestHistory(keys);
        for (int i = 0; i < entries; i++) {
            history.add("value " + i);
        }
        return history;
    }

    private static byte[] der(CertificateAuthority authority) {
        try {
            return authority.root().getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts the certificate of a key into the bundle. */
    public void certificate(AuthorKey key) {
        files.put("certificates/" + key.kid() + ".der", key.certificate().der());
    }

    private String certify(String stream, String type, String auth, AuthorKey certified) {
        ObjectNode data = JSON.objectNode().put("signIn", "sign-in " + signIns);
        data.putObject("certificate")
                .put("kid", certified.kid())
                .put("der", Base64Text.STANDARD.encode(certified.certificate().der()));
        SealedEntry entry = seal("platform", stream, type, auth, system, now, Optional.empty(), data);
        platform.add(line(platform.size(), entry));
        return entry.entryHash();
    }

    /**
     * Another key signed the trial's checkpoints until now.
     *
     * @param handover what stands on record of it, given the last checkpoint that it signed
     */
    public void rotatedFrom(Ed25519Signer old, Function<Checkpoint, String> handover) {
        former = Optional.of(new Former(old, trial.size()));
        platform(
                "log-key:" + LEDGER,
                "log-key-rotated",
                JSON.objectNode().put("ledger", LEDGER).put("handover", handover.apply(head())));
    }

    /** The person's sign-in ended, whoever ended it. */
    public void signedOut() {
        platform(
                ACCOUNT,
                "signed-out",
                JSON.objectNode().put("signIn", "sign-in " + signIns).put("how", "disabled"));
    }

    /** Enters that another authority certifies from here on. */
    public void announce(CertificateAuthority previous, CertificateAuthority next, boolean lost) {
        platform(
                "certification:platform",
                "authority-rotated",
                JSON.objectNode()
                        .put("since", Integer.toString(platform.size()))
                        .put("previous", Base64Text.STANDARD.encode(der(previous)))
                        .put("root", Base64Text.STANDARD.encode(der(next)))
                        .put("lost", lost));
    }

    /** The platform and the person get new keys, certified by this authority, and seal with them from here on. */
    public void certifiedBy(CertificateAuthority authority) {
        signIns++;
        system = keys.author("platform", authority);
        person = keys.author("coordinator", authority);
        certificate(system);
        certificate(person);
        founding = certify("system:platform", "certificate-issued", authority.rootThumbprint(), system);
        signIn = certify(ACCOUNT, "signed-in", founding, person);
    }

    private Checkpoint head() {
        try {
            return Checkpoint.of(checkpoint(trial.size()));
        } catch (CheckpointFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private void platform(String stream, String type, ObjectNode data) {
        platform.add(
                line(platform.size(), seal("platform", stream, type, founding, system, now, Optional.empty(), data)));
    }

    /** When the last entry was stored. */
    public Instant now() {
        return now;
    }

    /** Has an authority stamp the checkpoint of the first so many entries, stating any time. */
    public void stamp(int size, TestAuthority authority, Instant at) {
        stamps.put(size, TestHistory.token(authority, checkpoint(size).toBytes(), at));
    }

    /** A token over some bytes. */
    public static byte[] token(TestAuthority authority, byte[] data, Instant at) {
        try {
            TimestampRequest request = TimestampRequest.over(data, ImprintAlgorithm.SHA_256, new SecureRandom());
            return request.tokenOf(authority.answer(request.encoded(), at)).encoded();
        } catch (TimestampFormatException | TimestampVerificationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Appends an entry to one of three streams. */
    public void add(String value) {
        add(LEDGER, value, person, Duration.ofMillis(5));
    }

    /** Appends an entry sealed for a ledger, with a key, so long after the one before. */
    public void add(String ledger, String value, AuthorKey key, Duration later) {
        now = now.plus(later);
        String stream = "casebook:" + LEDGER + ":p-" + trial.size() % STREAMS;
        SealedEntry entry = seal(
                ledger,
                stream,
                "items-recorded",
                signIn,
                key,
                now,
                Optional.of("p-" + trial.size() % STREAMS),
                TestLedger.data(value));
        trial.add(line(trial.size(), entry));
    }

    private SealedEntry seal(
            String ledger,
            String stream,
            String type,
            String auth,
            AuthorKey key,
            Instant iat,
            Optional<String> sub,
            ObjectNode data) {
        Link link = heads.get(stream);
        long seq = link == null ? 0 : link.seq() + 1;
        EntryClaims claims = new EntryClaims(
                UUID.randomUUID().toString(),
                ledger,
                stream,
                stream.substring(0, stream.indexOf(':')),
                seq,
                Optional.ofNullable(link).map(Link::hash),
                type,
                "1",
                Optional.empty(),
                Optional.empty(),
                sub,
                iat,
                Optional.empty(),
                Optional.empty(),
                act(key),
                auth,
                Optional.empty(),
                Optional.empty(),
                JSON.objectNode());
        SealedEntry entry = sealer.seal(new EntryDraft(claims, data), key, SaltSource.secureRandom());
        heads.put(stream, new Link(seq, entry.entryHash()));
        return entry;
    }

    private static ObjectNode act(AuthorKey key) {
        AuthorSubject subject = key.certificate().subject();
        return JSON.objectNode()
                .put("account", subject.account())
                .put("organisation", subject.organisation())
                .put("role", subject.roles().getFirst());
    }

    private EntryLine line(long index, SealedEntry entry) {
        return new EntryLine(
                index,
                entry.compact(),
                entry.disclosures().stream()
                        .filter(disclosure -> !profile.withheld().contains(disclosure.disclosureClass()))
                        .map(Disclosure::encoded)
                        .toList(),
                List.of());
    }

    /** Gives the lines their indexes anew, in the order in which they are now. */
    public void renumber() {
        for (int i = 0; i < trial.size(); i++) {
            EntryLine line = trial.get(i);
            trial.set(i, new EntryLine(i, line.compact(), line.disclosures(), line.erased()));
        }
    }

    public static List<Hash> leavesOf(List<EntryLine> lines) {
        return lines.stream()
                .map(line -> TreeHash.leaf(line.compact().getBytes(StandardCharsets.US_ASCII)))
                .toList();
    }

    /** The checkpoint of the first so many entries of the trial as it is now. */
    public SignedNote checkpoint(int size) {
        return checkpoint(LEDGER, leaves.orElseGet(() -> leavesOf(trial)), size);
    }

    private SignedNote checkpoint(String ledger, List<Hash> all, int size) {
        CompactRange range = CompactRange.EMPTY;
        for (Hash leaf : all.subList(0, size)) {
            range = range.append(leaf);
        }
        NoteSigner signer = keys.signer(
                ledger,
                former.filter(old -> ledger.equals(LEDGER) && size <= old.size())
                        .map(Former::key)
                        .orElse(keys.log));
        return SignedNote.sign(new Checkpoint(signer.verifierKey().name(), size, range.root()).text(), signer);
    }

    /** Writes the bundle. */
    public Path write(Path file) {
        try {
            Files.write(file, toBytes());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] toBytes() throws IOException {
        List<Hash> trialLeaves = leaves.orElseGet(() -> leavesOf(trial));
        SignedNote head = checkpoint(LEDGER, trialLeaves, trialLeaves.size());
        List<EntryLine> allPlatform = new ArrayList<>(platform);
        allPlatform.add(line(platform.size(), entered(head)));
        List<Hash> platformLeaves = leavesOf(allPlatform);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BundleWriter bundle = new BundleWriter(out, listSigner.orElseGet(() -> keys.signer(LogIdentity.EVIDENCE)));
        Manifest manifest = manifest(trialLeaves.size(), platformLeaves.size());
        put(bundle, Manifest.NAME, manifest.toBytes());
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (!isOverride(file.getKey())) {
                bundle.add(file.getKey(), file.getValue());
            }
        }
        log(bundle, manifest.trialLog(), seen(head, trialLeaves.size()), earlier(trialLeaves), trialLeaves, trial);
        log(
                bundle,
                manifest.platformLog(),
                cosigned.isEmpty()
                        ? witnessed(checkpoint("platform", platformLeaves, platformLeaves.size()), Instant.now())
                        : checkpoint("platform", platformLeaves, platformLeaves.size()),
                List.of(),
                platformLeaves,
                allPlatform);
        bundle.finish();
        return out.toByteArray();
    }

    private void stamps(BundleWriter bundle) throws IOException {
        for (Map.Entry<Integer, byte[]> stamp : stamps.entrySet()) {
            bundle.add("timestamps/ledger/" + stamp.getKey() + "-0.tst", stamp.getValue());
        }
    }

    private SignedNote seen(SignedNote note, int size) {
        return cosigned.containsKey(size) ? witnessed(note, cosigned.get(size)) : note;
    }

    private SignedNote witnessed(SignedNote note, Instant at) {
        try {
            Checkpoint checkpoint = Checkpoint.of(note);
            return note.with(witnesses.stream()
                    .map(witness -> witness.cosign(checkpoint, at))
                    .toList());
        } catch (CheckpointFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<SignedNote> earlier(List<Hash> leaves) {
        NavigableSet<Integer> sizes = new TreeSet<>(cosigned.keySet());
        sizes.addAll(stamps.keySet());
        if (leaves.size() > 1) {
            sizes.add(leaves.size() / 2);
        }
        return sizes.headSet(leaves.size()).stream()
                .map(size -> seen(checkpoint(LEDGER, leaves, size), size))
                .toList();
    }

    private Manifest manifest(long size, long platformSize) {
        return new Manifest(
                keys.identity(),
                LEDGER,
                size,
                Optional.empty(),
                Instant.now(),
                new Manifest.Recipient("inspector", "INSPECTOR", "regulator"),
                new EvidenceScope.Trial(),
                profile,
                profile.withheld(),
                profile == EvidenceProfile.FULL,
                size,
                platformSize,
                Manifest.Names.own(LEDGER));
    }

    private SealedEntry entered(SignedNote head) {
        Map<String, Link> before = Map.copyOf(heads);
        SealedEntry entry = seal(
                "platform",
                "system:checkpoints",
                "trial-checkpoint-signed",
                founding,
                system,
                now,
                Optional.empty(),
                JSON.objectNode().put("ledger", LEDGER).put("note", head.toString()));
        heads.clear();
        heads.putAll(before);
        return entry;
    }

    private void log(
            BundleWriter bundle,
            BundledLog log,
            SignedNote head,
            List<SignedNote> earlier,
            List<Hash> leaves,
            List<EntryLine> lines)
            throws IOException {
        put(bundle, log.checkpoint(), head.toBytes());
        put(
                bundle,
                log.earlierCheckpoints(),
                EntryBundle.encode(earlier.stream().map(SignedNote::toBytes).toList()));
        if (log.directory().equals(BundledLog.TRIAL)) {
            stamps(bundle);
        }
        for (int from = 0; from < leaves.size(); from += BundledLog.LEAVES_PER_FILE) {
            List<Hash> some = leaves.subList(from, Math.min(leaves.size(), from + BundledLog.LEAVES_PER_FILE));
            ByteBuffer bytes = ByteBuffer.allocate(some.size() * Hash.BYTES);
            some.forEach(hash -> bytes.put(hash.bytes()));
            put(bundle, log.leaves(from / BundledLog.LEAVES_PER_FILE), bytes.array());
        }
        for (int from = 0; from < lines.size(); from += BundledLog.ENTRIES_PER_FILE) {
            StringBuilder text = new StringBuilder();
            lines.subList(from, Math.min(lines.size(), from + BundledLog.ENTRIES_PER_FILE))
                    .forEach(line -> line.appendTo(text));
            put(
                    bundle,
                    log.entries(from / BundledLog.ENTRIES_PER_FILE),
                    text.toString().getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** A file that a test has put in under a name of the bundle's own takes its place. */
    private void put(BundleWriter bundle, String name, byte[] content) throws IOException {
        bundle.add(name, files.getOrDefault(name, content));
    }

    private static boolean isOverride(String name) {
        return Set.of("ledger", "platform", Manifest.NAME).contains(name.split("/")[0]);
    }
}

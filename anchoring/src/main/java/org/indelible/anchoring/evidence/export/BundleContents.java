package org.indelible.anchoring.evidence.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.indelible.anchoring.evidence.BundleMember;
import org.indelible.anchoring.evidence.BundleWriter;
import org.indelible.anchoring.evidence.BundledLog;
import org.indelible.anchoring.evidence.Manifest;
import org.indelible.anchoring.ledger.AuthorityEvent;
import org.indelible.anchoring.ledger.CheckpointEvent;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.ledger.LogName;
import org.indelible.anchoring.ledger.LossEvent;
import org.indelible.anchoring.ledger.RotationEvent;
import org.indelible.anchoring.ledger.SignedCheckpoint;
import org.indelible.anchoring.ledger.StoredEntry;
import org.indelible.anchoring.primitive.Base64Text;
import org.indelible.anchoring.primitive.Sha256;
import org.indelible.anchoring.tlog.EntryBundle;

/** One bundle while it is written, file after file. */
final class BundleContents {
    /** Of those, what somebody has vouched for. */
    private static final int ATTESTED = 56;

    private static final int ATTESTED_LAST = 8;
    private static final int TILES_PER_FILE = BundledLog.LEAVES_PER_FILE / 256;

    private final EvidenceExport from;
    private final EvidenceRequest request;
    private final BundleWriter bundle;

    BundleContents(EvidenceExport from, EvidenceRequest request, BundleWriter bundle) {
        this.from = from;
        this.request = request;
        this.bundle = bundle;
    }

    void write() throws IOException {
        // The trial's head first, so that the platform's is signed over an entry that holds it.
        SignedCheckpoint trial = from.checkpoints().checkpoint(request.ledger());
        SignedCheckpoint platform = from.checkpoints().checkpoint(LedgerStore.PLATFORM);
        Manifest manifest = manifest(trial, platform);
        bundle.add(Manifest.NAME, manifest.toBytes());
        bundle.add("README.txt", Readme.of(manifest).getBytes(StandardCharsets.UTF_8));
        bundle.add("certificates/root.der", firstRoot());
        List<SignedCheckpoint> shown = new ArrayList<>();
        EntryLines lines = new EntryLines(request);
        Set<Long> ofPlatform = attested(manifest.platformLog());
        tree(manifest.trialLog(), trial, ofTrial(manifest, ofPlatform), shown);
        entries(manifest.trialLog(), trialEntries(), lines);
        List<SignedCheckpoint> ofTrial = List.copyOf(shown);
        tree(manifest.platformLog(), platform, ofPlatform, shown);
        entries(manifest.platformLog(), platformEntries(ofTrial, lines).iterator(), lines);
        certificates(lines);
        blobs(lines.builds());
        blobs(lines.assertions());
        from.attachments().write(shown, bundle);
    }

    private Manifest manifest(SignedCheckpoint trial, SignedCheckpoint platform) {
        return new Manifest(
                from.signer().identity(),
                request.ledger(),
                request.treeSize(),
                request.asOf(),
                from.clock().instant(),
                request.recipient(),
                request.scope(),
                request.profile(),
                request.withheld(),
                request.complete(),
                trial.size(),
                platform.size(),
                new Manifest.Names(LogName.parse(trial.log()), LogName.parse(platform.log())));
    }

    /** Checkpoints of a log that somebody has vouched for: spread over all there are, and the last few. */
    private Set<Long> attested(BundledLog log) {
        List<Long> all = new TreeSet<>(from.attachments().attested(log.ledger(), log.size()))
                .stream().toList();
        Set<Long> chosen = new TreeSet<>(spread(all, ATTESTED));
        chosen.addAll(all.subList(Math.max(0, all.size() - ATTESTED_LAST), all.size()));
        return chosen;
    }

    /** Those of the trial itself, and those that stand in what was vouched for of the platform. */
    private Set<Long> ofTrial(Manifest manifest, Set<Long> ofPlatform) {
        Set<Long> sizes = new TreeSet<>(attested(manifest.trialLog()));
        List<Long> all = new ArrayList<>(from.history().checkpointsBefore(manifest.ledger(), manifest.size()));
        all.add(manifest.size());
        AnnouncedCheckpoints announced =
                new AnnouncedCheckpoints(from.ledgers(), from.checkpoints(), manifest.ledger(), all);
        ofPlatform.forEach(size -> announced.within(size).ifPresent(sizes::add));
        return sizes;
    }

    private void tree(BundledLog log, SignedCheckpoint latest, Set<Long> vouchedFor, List<SignedCheckpoint> shown)
            throws IOException {
        bundle.add(log.checkpoint(), note(latest));
        shown.add(latest);
        List<byte[]> earlier = new ArrayList<>();
        Set<Long> sizes = new TreeSet<>(vouchedFor);
        sizes.remove(log.size());
        sizes.addAll(spread(
                from.history().checkpointsBefore(log.ledger(), log.size()),
                BundledLog.EARLIER_CHECKPOINTS - sizes.size()));
        for (long size : sizes) {
            from.checkpoints()
                    .at(log.ledger(), size)
                    .filter(signed -> signed.log().equals(log.name()))
                    .ifPresent(checkpoint -> {
                        earlier.add(note(checkpoint));
                        shown.add(checkpoint);
                    });
        }
        bundle.add(log.earlierCheckpoints(), EntryBundle.encode(earlier));
        long[] number = {0};
        from.history().leaves(log.ledger(), log.size(), TILES_PER_FILE, leaves -> add(log.leaves(number[0]++), leaves));
    }

    private byte[] note(SignedCheckpoint checkpoint) {
        return from.attachments().note(checkpoint).getBytes(StandardCharsets.UTF_8);
    }

    private static List<Long> spread(List<Long> sizes, int most) {
        if (sizes.size() <= most) {
            return sizes;
        }
        Set<Long> kept = new TreeSet<>();
        for (int i = 0; i < most && most > 1; i++) {
            kept.add(sizes.get((int) ((long) i * (sizes.size() - 1) / (most - 1))));
        }
        return List.copyOf(kept);
    }

    private Iterator<StoredEntry> trialEntries() {
        Stream<StoredEntry> entries = request.streams()
                .map(streams -> from.ledgers().streamLedger(request.ledger(), withLosses(streams), request.treeSize()))
                .orElseGet(() -> from.ledgers().streamLedger(request.ledger(), 0, request.treeSize()));
        return entries.iterator();
    }

    /** Whoever sees a part of a ledger sees what was lost of it. */
    private Set<String> withLosses(Set<String> streams) {
        Set<String> all = new HashSet<>(streams);
        all.add(LossEvent.stream(request.ledger()));
        return all;
    }

    private void entries(BundledLog log, Iterator<StoredEntry> entries, EntryLines lines) {
        long number = 0;
        while (entries.hasNext()) {
            List<StoredEntry> chunk = new ArrayList<>(BundledLog.ENTRIES_PER_FILE);
            while (entries.hasNext() && chunk.size() < BundledLog.ENTRIES_PER_FILE) {
                chunk.add(entries.next());
            }
            byte[] text = lines.of(chunk);
            if (text.length > 0) {
                add(log.entries(number++), text);
            }
        }
    }

    /** The entries that hold the trial's checkpoints, those that certified the trial's authors, and those that certified theirs, and those that registered passkeys. */
    private List<StoredEntry> platformEntries(List<SignedCheckpoint> ofTrial, EntryLines lines) {
        Map<String, StoredEntry> found = new HashMap<>();
        Deque<String> cited = new ArrayDeque<>(lines.certifying());
        rotations().forEach(entry -> cited.add(entry.entryHash()));
        lines.assertions()
                .forEach(address -> from.blobs()
                        .get(address)
                        .flatMap(Registrations::ofAssertion)
                        .ifPresent(cited::add));
        for (SignedCheckpoint checkpoint : ofTrial) {
            from.ledgers()
                    .entryByJti(CheckpointEvent.jti(checkpoint))
                    .map(StoredEntry::entryHash)
                    .ifPresent(cited::add);
        }
        Set<String> asked = new HashSet<>();
        SignInEndEntries signInEnds = new SignInEndEntries(from.ledgers());
        while (!cited.isEmpty()) {
            String hash = cited.remove();
            if (asked.add(hash)) {
                from.ledgers()
                        .entryByHash(hash)
                        .filter(entry -> entry.ledger().equals(LedgerStore.PLATFORM))
                        .ifPresent(entry -> {
                            found.put(hash, entry);
                            EntryLines.parse(entry).ifPresent(parsed -> {
                                cited.add(parsed.claims().auth());
                                signInEnds.of(parsed).ifPresent(cited::add);
                                Registrations.ofSignIn(parsed).ifPresent(cited::add);
                            });
                        });
            }
        }
        return found.values().stream()
                .sorted(Comparator.comparingLong(StoredEntry::leafIndex))
                .toList();
    }

    /** The authority that the installation began with; those after it stand in entries. */
    private byte[] firstRoot() throws IOException {
        Optional<byte[]> replaced = from.ledgers()
                .readStream(AuthorityEvent.STREAM, 0)
                .findFirst()
                .flatMap(EntryLines::parse)
                .map(entry -> entry.data().path("previous").asString(""))
                .map(previous -> Base64.getDecoder().decode(previous));
        return replaced.isPresent() ? replaced.get() : from.root().getEncoded();
    }

    /** Which keys have signed the two ledgers, and which authorities have certified. */
    private List<StoredEntry> rotations() {
        return Stream.of(
                        RotationEvent.stream(request.ledger()),
                        RotationEvent.stream(LedgerStore.PLATFORM),
                        AuthorityEvent.STREAM)
                .flatMap(stream -> from.ledgers().readStream(stream, 0))
                .toList();
    }

    private void certificates(EntryLines lines) {
        for (String kid : new TreeSet<>(lines.certificates())) {
            from.certificates().certificate(kid).ifPresent(der -> add("certificates/" + kid + ".der", der));
        }
    }

    /** Study builds and assertions are stored as they are; what is salted or encrypted is not for everybody. */
    private void blobs(Set<String> addresses) {
        for (String address : new TreeSet<>(addresses)) {
            from.blobs()
                    .get(address)
                    .filter(content -> Base64Text.URL.encode(Sha256.of(content)).equals(address))
                    .filter(content -> content.length <= BundleMember.MAX_BYTES)
                    .ifPresent(content -> add("blobs/" + address, content));
        }
    }

    private void add(String name, byte[] content) {
        try {
            bundle.add(name, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

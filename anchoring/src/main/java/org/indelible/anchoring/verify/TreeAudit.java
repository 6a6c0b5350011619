package org.indelible.anchoring.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.indelible.anchoring.merkle.Hash;
import org.indelible.anchoring.tlog.TilePath;

/**
 * Holds the stored leaves against what was signed. Where the roots made of the rows are not the signed ones but those made of tiles and
 * tails are, the rows were changed, and the reference leaves tell which; the other way round, the tiles were.
 */
final class TreeAudit {
    private final Findings findings;
    private final SignedRoots signed;
    private final ReferenceLeaves reference;
    private final long covered;
    private final RootRecorder ofRows;
    private final RootRecorder ofReference;
    private final List<LeafMoves.Stray> strays = new ArrayList<>();
    private final Map<Hash, Long> open = new HashMap<>();
    /** Indexes without a row of which nothing says what stood there. */
    private final NavigableSet<Long> blind = new TreeSet<>();

    private boolean gaps;
    private long next;

    /** @param covered number of leaves that rows of checkpoints speak of */
    TreeAudit(Findings findings, SignedRoots signed, ReferenceLeaves reference, long covered) {
        this.findings = findings;
        this.signed = signed;
        this.reference = reference;
        this.covered = covered;
        this.ofRows = new RootRecorder(signed.bySize().keySet());
        this.ofReference = new RootRecorder(signed.bySize().keySet());
    }

    /** Entries in the order of their leaf indexes. */
    void add(ExaminedEntry entry) {
        long index = entry.row().leafIndex();
        skipTo(index);
        Optional<Hash> expected = reference.at(index);
        ofRows.append(index, entry.leaf());
        ofReference.append(index, expected.orElse(entry.leaf()));
        if (expected.isPresent() && !expected.get().equals(entry.leaf())) {
            strays.add(new LeafMoves.Stray(EntryRef.of(entry.row()), entry.leaf(), expected));
            open.put(expected.get(), index);
        } else if (expected.isEmpty() && covered > 0 && index >= covered) {
            strays.add(new LeafMoves.Stray(EntryRef.of(entry.row()), entry.leaf(), Optional.empty()));
        }
        next = index + 1;
    }

    /** An entry at an index that no entry can have, for the ledger is not that large. */
    void addBeyond(ExaminedEntry entry) {
        strays.add(new LeafMoves.Stray(EntryRef.of(entry.row()), entry.leaf(), Optional.of(entry.leaf())));
    }

    private void skipTo(long index) {
        for (; next < index; next++) {
            gaps = true;
            Optional<Hash> expected = reference.at(next);
            if (expected.isPresent()) {
                open.put(expected.get(), next);
                ofReference.append(next, expected.get());
            } else {
                blind.add(next);
            }
        }
    }

    /** @param size number of entries the ledger must have */
    void finish(long size, StreamAudit streams) {
        skipTo(size);
        LeafMoves moves = new LeafMoves(strays, open, covered);
        if (rowsAre(signed.largest()) && !gaps && endIsAsAcknowledged()) {
            strays.stream().filter(stray -> stray.expected().isPresent()).forEach(this::reportAsSigned);
        } else {
            reportMoves(moves, streams);
            moves.altered().forEach(index -> reportAltered(moves.stray(index)));
        }
        NavigableSet<Long> missing = new TreeSet<>(moves.missing());
        missing.addAll(blind);
        missing.removeAll(moves.origins().values());
        reportMissing(missing, streams);
        reportRoots(size);
        findings.checked(Check.TREE, size + " entries, each at its place");
    }

    private boolean endIsAsAcknowledged() {
        return strays.stream()
                .noneMatch(stray -> stray.entry().leafIndex() >= covered
                        && stray.expected()
                                .filter(expected -> !expected.equals(stray.hash()))
                                .isPresent());
    }

    private boolean rowsAre(long size) {
        return is(ofRows, size);
    }

    private boolean is(RootRecorder recorder, long size) {
        Hash root = signed.bySize().get(size);
        return root != null && recorder.at(size).filter(root::equals).isPresent();
    }

    /** The entries are those that were signed: what differs is the reference, or was added after the end. */
    private void reportAsSigned(LeafMoves.Stray stray) {
        if (stray.entry().leafIndex() < covered) {
            reportReference(stray.entry().leafIndex());
        } else {
            findings.failed(Check.TREE, stray.entry(), "it was inserted after the end of the ledger");
        }
    }

    private void reportAltered(LeafMoves.Stray stray) {
        long index = stray.entry().leafIndex();
        if (index >= covered || is(ofReference, signed.largest()) || findings.names(index)) {
            findings.failed(
                    Check.TREE,
                    stray.entry(),
                    "it was altered: its leaf hash is " + stray.hash()
                            + (index < covered ? ", signed was " : ", acknowledged was ")
                            + stray.expected().map(Hash::toString).orElse("none"));
        } else {
            reportReference(index);
        }
    }

    private void reportReference(long index) {
        String tile = "tile 0/" + index / TilePath.FULL_WIDTH;
        boolean tiled = index < covered / TilePath.FULL_WIDTH * TilePath.FULL_WIDTH;
        Long holder = signed.bySize().higherKey(index);
        findings.failed(
                tiled ? Check.TILE : Check.CHECKPOINT,
                tiled ? tile : "checkpoint " + holder,
                "its hash of entry " + index + " is not that of the entry, which is as it was signed");
    }

    private void reportMoves(LeafMoves moves, StreamAudit streams) {
        moves.origins().keySet().forEach(index -> {
            findings.name(index);
            streams.standsElsewhere(moves.stray(index).entry());
        });
        for (long first : moves.swapped()) {
            long second = moves.origins().getOrDefault(first, first);
            findings.failed(
                    Check.TREE,
                    moves.stray(first).entry(),
                    "it stands at leaf index " + first + " in place of entry " + second + ", and belongs at " + second
                            + ": the two were swapped");
            findings.failed(
                    Check.TREE,
                    moves.stray(second).entry(),
                    "it stands at leaf index " + second + " in place of entry " + first + ", and belongs at " + first
                            + ": the two were swapped");
        }
        for (LeafMoves.Run run : moves.runs()) {
            if (!run.follows(moves.missing(), moves.inserted())) {
                reportRun(moves, run);
            }
        }
        for (long index : moves.inserted()) {
            findings.failed(
                    Check.TREE,
                    moves.stray(index).entry(),
                    "it was inserted: no such entry was signed" + after(moves, index));
        }
    }

    private void reportRun(LeafMoves moves, LeafMoves.Run run) {
        long belongs = run.first() + run.distance();
        String which = run.first() == run.last() ? "it was" : "entries " + run.first() + " to " + run.last() + " were";
        findings.failed(
                Check.TREE,
                moves.stray(run.first()).entry(),
                which + " re-numbered: the entry at leaf index " + run.first() + " belongs at " + belongs);
    }

    private static String after(LeafMoves moves, long index) {
        return moves.runs().stream()
                .filter(run -> run.first() == index + 1)
                .findFirst()
                .map(run -> "; entries " + run.first() + " to " + run.last() + " were re-numbered to make room")
                .orElse("");
    }

    private void reportMissing(NavigableSet<Long> missing, StreamAudit streams) {
        List<Long> rest = new ArrayList<>(missing);
        for (int i = 0; i < rest.size(); ) {
            int end = i + 1;
            while (end < rest.size() && rest.get(end) == rest.get(end - 1) + 1) {
                end++;
            }
            reportMissing(rest.subList(i, end), streams);
            i = end;
        }
    }

    private void reportMissing(List<Long> run, StreamAudit streams) {
        long first = run.getFirst();
        Optional<StreamAudit.MissingNumber> number = Optional.empty();
        for (long index : run) {
            findings.name(index);
            Optional<StreamAudit.MissingNumber> found = streams.takeMissing(index);
            number = number.isPresent() ? number : found;
        }
        boolean one = run.size() == 1;
        findings.missing(
                first,
                number.map(StreamAudit.MissingNumber::stream),
                number.map(n -> OptionalLong.of(n.seq())).orElseGet(OptionalLong::empty),
                one ? "entry " + first : "entries " + first + " to " + run.getLast(),
                (one ? "it is missing" : "they are missing")
                        + number.map(n -> "; it was number " + n.seq() + " of stream " + n.stream())
                                .orElse(""));
    }

    private void reportRoots(long size) {
        signed.bySize().headMap(size, true).forEach((at, root) -> {
            if (is(ofRows, at) || is(ofReference, at)) {
                return;
            }
            if (findings.hasFailed(Check.TREE) || findings.hasFailed(Check.TILE)) {
                findings.notChecked(
                        Check.CHECKPOINT,
                        "checkpoint " + at,
                        "its root cannot be recomputed, because of what was found before");
            } else {
                findings.failed(
                        Check.CHECKPOINT,
                        "checkpoint " + at,
                        "the first " + at + " entries have the root "
                                + ofRows.at(at).map(Hash::toString).orElse("none") + ", signed was " + root);
            }
        });
    }
}

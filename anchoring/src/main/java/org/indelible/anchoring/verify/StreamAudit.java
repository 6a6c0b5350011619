package org.indelible.anchoring.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Follows every stream through its ledger: numbers without gaps, each entry citing the one before. */
public final class StreamAudit {
    /** Beyond these a gap is one finding: what is read may have been made to exhaust its reader. */
    private static final int MOST_MISSING = 100_000;

    private record Last(long seq, String entryHash, long leafIndex) {}

    /** A number that no entry has. */
    record MissingNumber(String stream, long seq, long afterLeaf, EntryRef before) {
        boolean mayStandAt(long leafIndex) {
            return afterLeaf < leafIndex && leafIndex <= before.leafIndex();
        }
    }

    private record BrokenLink(EntryRef entry, long previousLeaf, String message) {}

    private final Map<String, Last> streams = new HashMap<>();
    private final List<MissingNumber> missing = new ArrayList<>();
    private final List<BrokenLink> broken = new ArrayList<>();

    /** Entries in the order of their leaf indexes. */
    public void add(ExaminedEntry entry) {
        if (entry.isOfTwoMinds()) {
            // Named already. Which of the two is right cannot be told, so the stream it fits goes on with it.
            goOn(entry, entry.stream(), entry.seq());
            goOn(entry, entry.row().stream(), entry.row().seq());
        } else {
            follow(entry);
        }
    }

    private void goOn(ExaminedEntry entry, String stream, long seq) {
        Last last = streams.get(stream);
        if (seq == (last == null ? 0 : last.seq() + 1)) {
            streams.put(stream, new Last(seq, entry.entryHash(), entry.row().leafIndex()));
        }
    }

    private void follow(ExaminedEntry entry) {
        EntryRef ref = EntryRef.of(entry.row());
        Last last = streams.get(entry.stream());
        long expected = last == null ? 0 : last.seq() + 1;
        long previousLeaf = last == null ? -1 : last.leafIndex();
        if (entry.seq() > expected
                && entry.seq() - expected <= Math.min(ref.leafIndex(), MOST_MISSING - missing.size())) {
            for (long seq = expected; seq < entry.seq(); seq++) {
                missing.add(new MissingNumber(entry.stream(), seq, previousLeaf, ref));
            }
        } else if (entry.seq() != expected) {
            broken.add(new BrokenLink(
                    ref,
                    previousLeaf,
                    "stream " + entry.stream() + " goes on with number " + expected + ", found " + entry.seq()));
        } else {
            checkPrev(entry, ref, Optional.ofNullable(last));
        }
        streams.put(entry.stream(), new Last(entry.seq(), entry.entryHash(), ref.leafIndex()));
    }

    private void checkPrev(ExaminedEntry entry, EntryRef ref, Optional<Last> last) {
        if (entry.parsed().isEmpty()) {
            return;
        }
        Optional<String> cited = entry.parsed().get().claims().prev();
        Optional<String> actual = last.map(Last::entryHash);
        if (!cited.equals(actual)) {
            broken.add(new BrokenLink(
                    ref,
                    last.map(Last::leafIndex).orElse(-1L),
                    "it cites " + cited.orElse("nothing") + " as its stream's previous entry, which is "
                            + actual.orElse("not there")));
        }
    }

    /** Which number of which stream stood at this leaf; asked once for each missing leaf. */
    Optional<MissingNumber> takeMissing(long leafIndex) {
        Optional<MissingNumber> found =
                missing.stream().filter(number -> number.mayStandAt(leafIndex)).findFirst();
        found.ifPresent(missing::remove);
        return found;
    }

    /** The entry is there, only not at its place. */
    void standsElsewhere(EntryRef entry) {
        missing.removeIf(number -> number.stream().equals(entry.stream()) && number.seq() == entry.seq());
    }

    /** Reports what no altered, moved or missing entry already explains. */
    public void finish(Findings findings) {
        for (MissingNumber number : missing) {
            if (!findings.names(number.before().leafIndex()) && !findings.names(number.afterLeaf())) {
                findings.failed(
                        Check.STREAM,
                        number.before(),
                        "stream " + number.stream() + " lacks number " + number.seq() + " before this entry");
            }
        }
        for (BrokenLink link : broken) {
            if (!findings.names(link.entry().leafIndex()) && !findings.names(link.previousLeaf())) {
                findings.failed(Check.STREAM, link.entry(), link.message());
            }
        }
        findings.checked(Check.STREAM, streams.size() + " streams, every number there and every link whole");
    }
}

package org.indelible.anchoring.evidence.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.indelible.anchoring.evidence.BundledLog;
import org.indelible.anchoring.evidence.EntryLine;
import org.indelible.anchoring.evidence.EvidenceFormatException;
import org.indelible.anchoring.verify.Check;
import org.indelible.anchoring.verify.EntryProblem;
import org.indelible.anchoring.verify.EntryRef;
import org.indelible.anchoring.verify.ExaminedEntry;
import org.indelible.anchoring.verify.Findings;

/** Reads the entries of one log from first to last, a file at a time, each file over all cores; each entry must stand at its leaf. */
final class EntryPass {
    /** Beyond so many a finding tells nobody anything new. */
    private static final int MOST_FAILING = 1000;

    private final CheckedBundle bundle;
    private final BundledLog log;
    private final long end;
    private final BundledEntry examiner;
    private final Findings findings;
    private final LeafFile leaves;
    private final LongConsumer progress;
    private long next;
    private long entries;
    private int failing;

    /**
     * @param end no entry is at this leaf index or after
     * @param progress told of bytes read
     */
    EntryPass(
            CheckedBundle bundle,
            BundledLog log,
            long end,
            BundledEntry examiner,
            Findings findings,
            LongConsumer progress) {
        this.bundle = bundle;
        this.log = log;
        this.end = end;
        this.examiner = examiner;
        this.findings = findings;
        this.leaves = new LeafFile(bundle, log);
        this.progress = progress;
    }

    /** @param each given every entry that can be read, in the order of leaf indexes */
    void run(Consumer<ExaminedEntry> each) throws IOException {
        for (long number = 0; bundle.has(log.entries(number)); number++) {
            String name = log.entries(number);
            try {
                byte[] text = bundle.read(name);
                for (ExaminedEntry entry :
                        lines(text).parallelStream().map(examiner::examine).toList()) {
                    place(entry);
                    report(entry);
                    each.accept(entry);
                }
                progress.accept(text.length);
            } catch (EvidenceFormatException e) {
                findings.failed(Check.CONTAINER, name, String.valueOf(e.getMessage()));
            }
        }
        if (log.complete()) {
            missing(next, end);
        }
        if (failing > MOST_FAILING) {
            findings.failed(
                    Check.FORMAT,
                    log.directory(),
                    "something is wrong with " + failing + " entries; the first " + MOST_FAILING + " are named");
        }
    }

    /** Number of entries read. */
    long entries() {
        return entries;
    }

    private List<EntryLine> lines(byte[] text) throws EvidenceFormatException {
        List<EntryLine> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\n') {
                lines.add(EntryLine.parse(new String(text, start, i - start, StandardCharsets.ISO_8859_1)));
                start = i + 1;
            }
        }
        if (start != text.length || lines.isEmpty() || lines.size() > BundledLog.ENTRIES_PER_FILE) {
            throw new EvidenceFormatException(
                    "a file of entries has 1 to " + BundledLog.ENTRIES_PER_FILE + " whole lines");
        }
        return lines;
    }

    private void place(ExaminedEntry entry) throws IOException, EvidenceFormatException {
        long index = entry.row().leafIndex();
        entries++;
        if (index < next || index >= end) {
            fail(
                    Check.TREE,
                    entry,
                    index < next
                            ? "it stands after entry " + (next - 1)
                                    + ": entries are not in order, or one is there twice"
                            : "it is beyond the point that the bundle shows");
            return;
        }
        if (log.complete()) {
            missing(next, index);
        }
        next = index + 1;
        if (!leaves.at(index).equals(entry.leaf())) {
            findings.name(index);
            fail(
                    Check.TREE,
                    entry,
                    "it is not the entry that stands at this place in the signed history: it was altered, moved or put there");
        }
    }

    private void missing(long from, long to) {
        if (from < to && ++failing <= MOST_FAILING) {
            String which = to - from == 1 ? "entry " + from : "entries " + from + " to " + (to - 1);
            findings.failed(
                    Check.TREE,
                    which,
                    (to - from == 1 ? "it is" : "they are") + " missing from the bundle, which says it is complete");
        }
    }

    private void report(ExaminedEntry entry) {
        for (EntryProblem problem : entry.problems()) {
            fail(problem.check(), entry, problem.message());
        }
    }

    private void fail(Check check, ExaminedEntry entry, String message) {
        if (++failing <= MOST_FAILING) {
            findings.failed(check, EntryRef.of(entry.row()), message);
        }
    }
}

package org.indelible.anchoring.ledger;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads on page by page, each from after the last entry of the one before. What is stored stays as it is, so pages fit together without a
 * transaction around them, and a slow reader holds no connection.
 */
final class EntryPages implements Iterator<StoredEntry> {
    static final int PAGE = 500;

    private final LongFunction<List<StoredEntry>> read;
    private final ToLongFunction<StoredEntry> number;
    private final Deque<StoredEntry> page = new ArrayDeque<>();
    private long next;
    private boolean exhausted;

    private EntryPages(long from, LongFunction<List<StoredEntry>> read, ToLongFunction<StoredEntry> number) {
        this.next = from;
        this.read = read;
        this.number = number;
    }

    /**
     * @param read the page, of at most {@link #PAGE} entries, that starts at a number
     * @param number an entry's number in that order
     */
    static Stream<StoredEntry> stream(
            long from, LongFunction<List<StoredEntry>> read, ToLongFunction<StoredEntry> number) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(
                        new EntryPages(from, read, number), Spliterator.ORDERED | Spliterator.NONNULL),
                false);
    }

    @Override
    public boolean hasNext() {
        if (page.isEmpty() && !exhausted) {
            List<StoredEntry> entries = read.apply(next);
            page.addAll(entries);
            exhausted = entries.size() < PAGE;
            if (!entries.isEmpty()) {
                next = number.applyAsLong(entries.getLast()) + 1;
            }
        }
        return !page.isEmpty();
    }

    @Override
    public StoredEntry next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.removeFirst();
    }
}

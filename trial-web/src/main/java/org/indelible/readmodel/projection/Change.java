package org.indelible.readmodel.projection;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an event does to a read model. */
public sealed interface Change {
    VersionedTable table();

    /** Leaf index of the entry that makes the change. */
    long at();

    /** A fact begins to hold. */
    record Open(VersionedTable table, long at, List<@Nullable Object> values) implements Change {
        public Open {
            if (values.size() != table.columns().size()) {
                throw new IllegalArgumentException(
                        "table " + table.name() + " has " + table.columns().size() + " columns, not " + values.size());
            }
        }
    }

    /** The fact of this key no longer holds. */
    record Close(VersionedTable table, long at, List<Object> key) implements Change {
        public Close {
            if (key.size() != table.keyLength()) {
                throw new IllegalArgumentException(
                        "the key of " + table.name() + " has " + table.keyLength() + " columns, not " + key.size());
            }
        }
    }

    /**
     * Every fact whose key begins so is superseded by one that keeps its key and takes these values for the columns after it.
     *
     * @param unless which facts stay as they are
     */
    record SupersedeAll(
            VersionedTable table, long at, List<Object> keyPrefix, List<@Nullable Object> values, Exempt unless)
            implements Change {}

    /** Facts that {@link SupersedeAll} leaves alone: those whose column holds the value. */
    record Exempt(String column, Object value) {}

    static Open open(VersionedTable table, long at, @Nullable Object... values) {
        return new Open(table, at, Collections.unmodifiableList(Arrays.asList(values)));
    }

    static Close close(VersionedTable table, long at, Object... key) {
        return new Close(table, at, List.of(key));
    }
}

package org.indelible.readmodel.projection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The changes of one event, in order. */
public final class Changes {
    private final long at;
    private final List<Change> all = new ArrayList<>();

    Changes(long at) {
        this.at = at;
    }

    public void open(VersionedTable table, @Nullable Object... values) {
        all.add(Change.open(table, at, values));
    }

    public void close(VersionedTable table, Object... key) {
        all.add(Change.close(table, at, key));
    }

    /** The fact of the same key, if there is one, gives way to this. */
    public void replace(VersionedTable table, @Nullable Object... values) {
        all.add(new Change.Close(table, at, keyOf(table, values)));
        open(table, values);
    }

    public void supersedeAll(
            VersionedTable table, List<Object> keyPrefix, List<@Nullable Object> values, Change.Exempt unless) {
        all.add(new Change.SupersedeAll(table, at, keyPrefix, values, unless));
    }

    List<Change> all() {
        return all;
    }

    private static List<Object> keyOf(VersionedTable table, @Nullable Object... values) {
        List<Object> key = new ArrayList<>(table.keyLength());
        for (@Nullable Object value : Arrays.copyOf(values, table.keyLength())) {
            if (value == null) {
                throw new IllegalArgumentException("a key column of " + table.name() + " is null");
            }
            key.add(value);
        }
        return key;
    }
}

package org.indelible.anchoring.ledger;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.indelible.anchoring.primitive.Base64Text;
import org.indelible.anchoring.primitive.EncodingException;

/** Rows turned into columns, an array each: how many of them go to PostgreSQL in one statement. */
final class Columns {
    private Columns() {}

    static <T> Long[] longs(List<T> rows, ToLongFunction<T> column) {
        return rows.stream().map(column::applyAsLong).toArray(Long[]::new);
    }

    static <T> Integer[] ints(List<T> rows, ToIntFunction<T> column) {
        return rows.stream().map(column::applyAsInt).toArray(Integer[]::new);
    }

    static <T> String[] texts(List<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    static <T> byte[][] bytes(List<T> rows, Function<T, byte[]> column) {
        return rows.stream().map(column).toArray(byte[][]::new);
    }

    static byte[] hash(String base64Url) {
        try {
            return Base64Text.URL.decode(base64Url);
        } catch (EncodingException e) {
            throw new IllegalStateException("an entry hash is base64url", e);
        }
    }
}

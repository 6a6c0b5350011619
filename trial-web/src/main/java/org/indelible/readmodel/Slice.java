package org.indelible.readmodel;

/** A part of a list: so many rows after so many others. */
public record Slice(int offset, int limit) {
    public Slice {
        if (offset < 0 || limit < 0) {
            throw new IllegalArgumentException("a slice begins and ends within the list");
        }
    }

    /** @param number of the page, from 1 */
    public static Slice page(int number, int rows) {
        return new Slice(Math.multiplyExact(number - 1, rows), rows);
    }

    public static Slice all() {
        return new Slice(0, Integer.MAX_VALUE);
    }
}

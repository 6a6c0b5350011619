package org.indelible.protocols.odm;

/** Where in a file, counted from 1; 0 where there is no place to name. */
public record Position(int line, int column) {
    public static final Position NONE = new Position(0, 0);
}

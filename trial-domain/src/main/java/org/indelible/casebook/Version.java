package org.indelible.casebook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The version of a data point: number in the stream of the event that gave it its present value. It is also how a correction cites the old value. The hash of an
 * earlier entry and the digest of its disclosure are not known to a decision made right after the append that sealed them, while the number is; stream, number and
 * the place of the item name exactly one disclosure of exactly one entry, and the links between the entries of a stream make the citation as hard as a hash.
 */
public record Version(@JsonValue long seq) {
    /** Never recorded. */
    public static final Version NONE = new Version(-1);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Version {}
}

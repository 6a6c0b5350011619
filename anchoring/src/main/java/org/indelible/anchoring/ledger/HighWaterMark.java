package org.indelible.anchoring.ledger;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The largest checkpoint of a ledger that was ever signed here.
 *
 * @param root base64 root hash
 */
public record HighWaterMark(String origin, long size, String root) {
    private static final Pattern LINE = Pattern.compile("(\\S+) (0|[1-9][0-9]{0,17}) ([A-Za-z0-9+/]{43}=)");

    static HighWaterMark parse(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a line is <origin> <size> <root in base64>, not " + line);
        }
        return new HighWaterMark(matcher.group(1), Long.parseLong(matcher.group(2)), matcher.group(3));
    }

    /** The line of the file. */
    @Override
    public String toString() {
        return origin + ' ' + size + ' ' + root;
    }
}

package org.indelible.anchoring.evidence;

import java.util.Arrays;
import java.util.List;

/**
 * An entry in a bundle: {@code <leaf index> <SD-JWT>[ <digest>,<digest>...]}, the SD-JWT in its compact serialisation (RFC 9901 section 4)
 * with the disclosures that the recipient may see, then the digests of those that were erased.
 *
 * @param compact the sealed JWS (RFC 7515 section 7.1): what is a leaf of the tree
 * @param disclosures base64url
 */
public record EntryLine(long index, String compact, List<String> disclosures, List<String> erased) {
    /** More than any entry with all its disclosures, and the digests of as many that were erased. */
    public static final int MAX_CHARS = 64 * 1024;

    private static final int MAX_DIGITS = 18;

    public EntryLine {
        disclosures = List.copyOf(disclosures);
        erased = List.copyOf(erased);
    }

    /** Reads a line without its newline. What the parts are is for their own readers; written again they are this line. */
    public static EntryLine parse(String line) throws EvidenceFormatException {
        String[] parts = line.length() > MAX_CHARS ? new String[0] : line.split(" ", -1);
        if (parts.length < 2
                || parts.length > 3
                || !parts[1].endsWith("~")
                || parts.length == 3 && parts[2].isEmpty()) {
            throw new EvidenceFormatException("a line of entries is <leaf index> <SD-JWT>[ <digests erased>]");
        }
        String[] token = parts[1].split("~", -1);
        return new EntryLine(
                index(parts[0]),
                token[0],
                Arrays.asList(token).subList(1, token.length - 1),
                parts.length == 2 ? List.of() : Arrays.asList(parts[2].split(",", -1)));
    }

    private static long index(String digits) throws EvidenceFormatException {
        boolean decimal = digits.length() <= MAX_DIGITS && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!decimal || digits.isEmpty() || digits.length() > 1 && digits.startsWith("0")) {
            throw new EvidenceFormatException("a leaf index is a decimal number");
        }
        return Long.parseLong(digits);
    }

    /** With its newline. */
    public void appendTo(StringBuilder text) {
        text.append(index).append(' ').append(compact).append('~');
        disclosures.forEach(disclosure -> text.append(disclosure).append('~'));
        if (!erased.isEmpty()) {
            text.append(' ').append(String.join(",", erased));
        }
        text.append('\n');
    }
}

package org.indelible.anchoring.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.anchoring.entry.Disclosure;
import org.indelible.anchoring.primitive.Sha256;

/** How disclosures that are never erased stand in their column: {@code <class letter>.<base64url>}, joined by {@code ~}. */
public final class ClearDisclosures {
    private ClearDisclosures() {}

    static String write(List<Disclosure> disclosures) {
        return disclosures.stream()
                .map(disclosure -> disclosure.disclosureClass().letter() + "." + disclosure.encoded())
                .collect(Collectors.joining("~"));
    }

    /** Digests are computed, not stored: what was altered no longer matches what was signed. */
    public static List<Disclosure> read(String column) {
        List<Disclosure> disclosures = new ArrayList<>();
        if (!column.isEmpty()) {
            for (String part : column.split("~", -1)) {
                disclosures.add(one(part));
            }
        }
        return disclosures;
    }

    private static Disclosure one(String part) {
        if (part.length() < 3 || part.charAt(1) != '.') {
            throw new IllegalArgumentException("a stored disclosure is <class letter>.<base64url>");
        }
        String encoded = part.substring(2);
        return new Disclosure(
                encoded, Sha256.base64UrlOfAscii(encoded), DisclosureClass.ofLetter(part.substring(0, 1)));
    }
}

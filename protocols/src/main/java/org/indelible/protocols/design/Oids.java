package org.indelible.protocols.design;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** Makes OIDs and names of expressions out of what people call things. */
final class Oids {
    private static final int LONGEST = 40;

    private Oids() {}

    /** An OID that nothing has yet: {@code F.VITAL-SIGNS}, {@code F.VITAL-SIGNS.2}; {@code F.1} of a name without Latin letters or digits. */
    static String fresh(String prefix, String name, Set<String> taken) {
        String stem = plain(name, "-");
        if (stem.isEmpty()) {
            return numbered(prefix + ".", 1, taken);
        }
        String oid = prefix + "." + stem;
        return taken.contains(oid) ? numbered(oid + ".", 2, taken) : oid;
    }

    /** A name that expressions can use and that no other item has: {@code SYSTOLIC_BLOOD_PRESSURE}. */
    static String variable(String question, Set<String> taken) {
        String stem = plain(question, "_");
        String name = stem.isEmpty() || Character.isDigit(stem.charAt(0)) ? "ITEM_" + stem : stem;
        String whole = name.endsWith("_") ? name + "1" : name;
        return taken.contains(whole) ? numbered(whole + "_", 2, taken) : whole;
    }

    /** What follows the first dot: {@code VS} of {@code IG.VS}. */
    static String tail(String oid) {
        int dot = oid.indexOf('.');
        return dot < 0 ? oid : oid.substring(dot + 1);
    }

    private static String numbered(String stem, int from, Set<String> taken) {
        int number = from;
        while (taken.contains(stem + number)) {
            number++;
        }
        return stem + number;
    }

    private static String plain(String name, String between) {
        String latin = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]+", between);
        String cut = latin.length() > LONGEST ? latin.substring(0, LONGEST) : latin;
        return cut.replaceAll("^" + between + "+|" + between + "+$", "");
    }
}

package org.indelible.protocols.dataset;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names that tools for tables take as they are: a capital letter or an underscore, then capitals, digits and underscores, 32 characters at
 * most.
 */
final class Names {
    private static final int LONGEST = 32;
    private static final Pattern OTHERS = Pattern.compile("[^A-Z0-9]+");

    private Names() {}

    /** The first of the texts of which something is left, else the last resort. */
    static String clean(List<String> texts, String lastResort) {
        return texts.stream()
                .map(Names::clean)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(lastResort);
    }

    private static String clean(String text) {
        String name = OTHERS.matcher(text.toUpperCase(Locale.ROOT)).replaceAll("_");
        String inner = name.replaceAll("^_|_$", "");
        return inner.isEmpty() || !Character.isDigit(inner.charAt(0)) ? inner : "_" + inner;
    }

    /** The name, with a number after it where it is taken in one of the sets; taken in all of them from now on. */
    static String take(String name, String ending, Collection<? extends Set<String>> taken) {
        for (int number = 1; ; number++) {
            String end = number == 1 ? ending : ending + "_" + number;
            String candidate = name.substring(0, Math.min(name.length(), LONGEST - end.length())) + end;
            if (taken.stream().noneMatch(set -> set.contains(candidate))) {
                taken.forEach(set -> set.add(candidate));
                return candidate;
            }
        }
    }

    /** An OID that no definition has. */
    static String oid(String wanted, Set<String> taken) {
        String oid = wanted;
        for (int number = 2; !taken.add(oid); number++) {
            oid = wanted + "." + number;
        }
        return oid;
    }
}

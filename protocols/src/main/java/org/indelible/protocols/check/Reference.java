package org.indelible.protocols.check;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code at("SE.BL", WEIGHT)}: the value of an item at an event, on whichever form; {@code at(EVENT, WEIGHT)} on another form of
 * the same event.
 *
 * @param event an event's OID; empty for the event the expression is evaluated at
 */
record Reference(String event, String variable) {
    private static final Pattern CALL = Pattern.compile(
            "\\bat\\s*\\(\\s*(?:\"([^\"\\\\]*)\"|'([^'\\\\]*)'|(EVENT))\\s*,\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*\\)");

    static Set<Reference> in(String expression) {
        Set<Reference> references = new HashSet<>();
        Matcher call = CALL.matcher(expression);
        while (call.find()) {
            String event = call.group(1) != null ? call.group(1) : call.group(2) != null ? call.group(2) : "";
            references.add(new Reference(event, call.group(4)));
        }
        return references;
    }

    /** The variable the compiler sees in place of the call. */
    String name() {
        StringBuilder hex = new StringBuilder("at_");
        event.chars().forEach(c -> hex.append(Integer.toHexString(c)).append('_'));
        return hex.append("of_").append(variable).toString();
    }
}

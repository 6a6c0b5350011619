package org.indelible.anchoring.ledger;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Under which name a ledger signs its checkpoints, the last part of their origin (C2SP tlog-checkpoint): its own, and after each recovery
 * from a loss another, {@code <ledger>.<generation>}, so that no two histories are ever signed under one name.
 *
 * @param generation 1 for the ledger's own name
 */
public record LogName(String ledger, int generation) {
    private static final Pattern SUCCESSOR = Pattern.compile("(.+)\\.([2-9]|[1-9][0-9]{1,5})");

    public LogName {
        if (generation < 1) {
            throw new IllegalArgumentException("generations are counted from 1, not " + generation);
        }
    }

    public static LogName parse(String text) {
        Matcher matcher = SUCCESSOR.matcher(text);
        return matcher.matches()
                ? new LogName(matcher.group(1), Integer.parseInt(matcher.group(2)))
                : new LogName(text, 1);
    }

    @Override
    public String toString() {
        return generation == 1 ? ledger : ledger + '.' + generation;
    }
}

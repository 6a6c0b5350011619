package org.indelible.eventstore;

import java.util.regex.Pattern;

/** What {@code evt} and {@code rev} of an entry say: the stable name of an event type and the revision of its form. */
public record EventTypeName(String name, int revision) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*(\\.[a-z][a-z0-9]*(-[a-z0-9]+)*)*");

    public EventTypeName {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "an event type name is lower-case words with hyphens, in parts separated by dots, not " + name);
        }
        if (revision < 1) {
            throw new IllegalArgumentException("revisions count from 1, " + name + " has " + revision);
        }
    }

    @Override
    public String toString() {
        return name + '.' + revision;
    }
}

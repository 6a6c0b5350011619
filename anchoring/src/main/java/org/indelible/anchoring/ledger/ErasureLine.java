package org.indelible.anchoring.ledger;

import org.indelible.anchoring.primitive.Base64Text;
import org.indelible.anchoring.primitive.EncodingException;

/**
 * One line of the erasure journal: what was given up, and the hash of the entry that ordered it. It holds no value and no key, only their
 * names.
 */
public sealed interface ErasureLine {

    /** Hash of the entry that ordered it, base64url. */
    String order();

    /** What it names, whoever ordered it. */
    String name();

    /** One disclosure: {@code text <ledger> <leaf index> <digest> <order>}. */
    record Text(String ledger, long leafIndex, String digest, String order) implements ErasureLine {
        @Override
        public String name() {
            return "text " + ledger + ' ' + leafIndex + ' ' + digest;
        }

        @Override
        public String toString() {
            return name() + ' ' + order;
        }
    }

    /** All that is encrypted under a key: {@code key <reference> <order>}. */
    record Key(String ref, String order) implements ErasureLine {
        @Override
        public String name() {
            return "key " + ref;
        }

        @Override
        public String toString() {
            return name() + ' ' + order;
        }
    }

    /**
     * Reads what {@code toString} writes.
     *
     * @throws IllegalArgumentException for anything else
     */
    static ErasureLine parse(String line) {
        String[] parts = line.split(" ", -1);
        ErasureLine read = switch (parts[0] + parts.length) {
            case "text5" -> new Text(parts[1], Long.parseLong(parts[2]), hash(parts[3]), hash(parts[4]));
            case "key3" -> new Key(parts[1], hash(parts[2]));
            default -> throw new IllegalArgumentException("not a line of an erasure journal: " + line);
        };
        if (!read.toString().equals(line)) {
            throw new IllegalArgumentException("not a line of an erasure journal: " + line);
        }
        return read;
    }

    private static String hash(String text) {
        try {
            if (Base64Text.URL.decode(text).length == 32) {
                return text;
            }
        } catch (EncodingException e) {
            throw new IllegalArgumentException("not a hash in base64url: " + text, e);
        }
        throw new IllegalArgumentException("not a hash of 32 bytes: " + text);
    }
}

package org.indelible.casebook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Keeps events below the size of an entry, 32 KiB of compact serialisation: base64url makes four characters of three bytes, and header, claims and signature take
 * their share. Sizes are estimates from above of the signed payload, where a disclosable field is a digest whatever its length.
 */
final class EntrySize {
    static final int BUDGET = 19_000;
    private static final int PROPERTY_NAMES = 190;
    /** A digest in {@code _sd}, and its class and name in {@code dcl}. */
    private static final int DIGEST = 62;

    private EntrySize() {}

    static <T> List<List<T>> split(List<T> items, ToIntFunction<T> size) {
        List<List<T>> parts = new ArrayList<>();
        List<T> part = new ArrayList<>();
        int used = 0;
        for (T item : items) {
            int needed = size.applyAsInt(item);
            if (used + needed > BUDGET && !part.isEmpty()) {
                parts.add(List.copyOf(part));
                part.clear();
                used = 0;
            }
            part.add(item);
            used += needed;
        }
        if (!part.isEmpty()) {
            parts.add(List.copyOf(part));
        }
        return parts;
    }

    static int of(RecordedItem item) {
        return of(item.item(), item.unitOid()) + (item.reason().isPresent() ? 2 : 1) * DIGEST;
    }

    static int of(CorrectedItem item) {
        return of(item.item(), item.unitOid()) + 2 * DIGEST;
    }

    static int of(PromptedAnswer answer) {
        return of(answer.item(), answer.unitOid()) + bytes(answer.check()) + DIGEST;
    }

    static int of(InactivatedItem item) {
        return of(item.item(), Optional.empty());
    }

    static int of(ShownEntry shown) {
        return DIGEST * (1 + shown.digests().size());
    }

    private static int of(ItemRef item, Optional<String> unitOid) {
        return PROPERTY_NAMES
                + bytes(item.groupOid())
                + bytes(item.groupKey().value())
                + bytes(item.itemOid())
                + unitOid.map(EntrySize::bytes).orElse(0);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}

package org.indelible.casebook;

import java.util.Optional;
import org.indelible.shared.Reason;

/**
 * One item of a save.
 *
 * @param reason this item's own reason; where absent the save's reason stands for it. A null flavour always needs one of the two
 * @param expected the version that the author saw; absent: not compared, which only imports may ask for
 */
public record ItemEntry(ItemRef item, ItemContent content, Optional<Reason> reason, Optional<Version> expected) {

    /** A first value. */
    public static ItemEntry first(ItemRef item, ItemContent content) {
        return new ItemEntry(item, content, Optional.empty(), Optional.of(Version.NONE));
    }

    /** A value of an import, whatever stands there. */
    public static ItemEntry imported(ItemRef item, ItemContent content, Optional<Reason> reason) {
        return new ItemEntry(item, content, reason, Optional.empty());
    }
}

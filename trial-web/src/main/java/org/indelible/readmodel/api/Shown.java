package org.indelible.readmodel.api;

import java.util.Optional;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.Erased;
import org.indelible.anchoring.disclosure.Present;
import org.indelible.anchoring.disclosure.Withheld;

/** Words for texts that are not shown. */
public final class Shown {
    private Shown() {}

    /** Why a text is not shown; empty for one that is. */
    public static Optional<String> hidden(Disclosable<?> text) {
        return switch (text) {
            case Present<?> present -> Optional.empty();
            case Erased<?> erased -> Optional.of("erased");
            case Withheld<?> withheld -> Optional.of("withheld");
        };
    }
}

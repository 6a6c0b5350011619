package org.indelible.protocols.write;

import org.indelible.protocols.build.Alias;
import org.indelible.protocols.build.EventType;
import org.indelible.protocols.build.ItemDef;

/** What both versions of ODM say in the same words. */
final class Words {
    private Words() {}

    static String type(EventType type) {
        return switch (type) {
            case SCHEDULED -> "Scheduled";
            case UNSCHEDULED -> "Unscheduled";
            case COMMON -> "Common";
        };
    }

    /** Flags of the item that none of its aliases states. */
    static Extras flags(ItemDef item) {
        return new Extras()
                .putIf(item.identifying() && !stated(item, "identifying"), "identifying", true)
                .putIf(item.blinding() && !stated(item, "blinding"), "blinding", true)
                .putIf(item.critical() && !stated(item, "critical"), "critical", true);
    }

    private static boolean stated(ItemDef item, String flag) {
        return item.aliases().contains(new Alias(ItemDef.ALIAS_CONTEXT, flag));
    }
}

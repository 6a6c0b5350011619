package org.indelible.protocols.check;

import java.util.Optional;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.ItemGroupDef;
import org.indelible.protocols.build.RangeCheck;
import org.indelible.protocols.build.Ref;

/** Words the findings about what is missing, or there although it should not be. */
final class Findings {
    private Findings() {}

    static CheckFinding missingGroup(ItemGroupDef group, Decision skipped) {
        boolean known = skipped == Decision.FALSE;
        return new CheckFinding(
                CheckKind.MANDATORY_GROUP,
                "mandatory-group:" + group.oid(),
                Optional.empty(),
                group.oid(),
                Optional.empty(),
                true,
                known ? group.name() + " is required." : undecidable(group.name()),
                outcome(known));
    }

    static CheckFinding missingItem(ItemDef item, GroupContent instance, Decision skipped, String language) {
        boolean known = skipped == Decision.FALSE;
        return new CheckFinding(
                CheckKind.MANDATORY_ITEM,
                "mandatory:" + item.oid(),
                Optional.of(item.oid()),
                instance.groupOid(),
                Optional.of(instance.key()),
                true,
                known ? item.label(language) + " is required." : undecidable(item.label(language)),
                outcome(known));
    }

    static CheckFinding skippedGroup(ItemGroupDef group, GroupContent instance, Ref ref) {
        return new CheckFinding(
                CheckKind.SKIP_LOGIC,
                "skip:" + group.oid() + ":" + ref.conditionOid().orElse(""),
                Optional.empty(),
                group.oid(),
                Optional.of(instance.key()),
                false,
                group.name() + " was entered, although it is not collected here.",
                CheckFinding.Outcome.FIRES);
    }

    static CheckFinding skippedItem(ItemDef item, GroupContent instance, Ref ref, String language) {
        return new CheckFinding(
                CheckKind.SKIP_LOGIC,
                "skip:" + item.oid() + ":" + ref.conditionOid().orElse(""),
                Optional.of(item.oid()),
                instance.groupOid(),
                Optional.of(instance.key()),
                false,
                item.label(language) + " was entered, although it is not collected here.",
                CheckFinding.Outcome.FIRES);
    }

    static CheckFinding expression(ItemDef item, GroupContent instance, RangeCheck check, int number, String language) {
        String stated = check.errorMessage().in(language);
        return new CheckFinding(
                CheckKind.EXPRESSION,
                "expression:" + item.oid() + ":" + number,
                Optional.of(item.oid()),
                instance.groupOid(),
                Optional.of(instance.key()),
                check.hard(),
                stated.isBlank() ? item.label(language) + " does not agree with another answer." : stated,
                CheckFinding.Outcome.FIRES);
    }

    private static String undecidable(String label) {
        return "Whether " + label + " is required cannot be decided from what was entered.";
    }

    private static CheckFinding.Outcome outcome(boolean known) {
        return known ? CheckFinding.Outcome.FIRES : CheckFinding.Outcome.UNDECIDABLE;
    }
}

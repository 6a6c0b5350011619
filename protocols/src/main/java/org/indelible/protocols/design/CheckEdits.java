package org.indelible.protocols.design;

import java.util.ArrayList;
import java.util.List;
import org.indelible.protocols.build.FormalExpression;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.RangeCheck;
import org.indelible.protocols.build.TranslatedText;
import org.indelible.protocols.design.DesignEdit.PutCheck;
import org.indelible.protocols.design.DesignEdit.RemoveCheck;

/** Edits of the checks of an item: limits, and conditions stated as an expression. */
final class CheckEdits {
    private static final int LONGEST_EXPRESSION = 20_000;

    private CheckEdits() {}

    static String put(Workbench bench, PutCheck edit) {
        ItemDef item = bench.item(edit.itemOid());
        List<RangeCheck> checks = new ArrayList<>(item.rangeChecks());
        if (edit.at().isEmpty()) {
            checks.add(check(bench, item, edit.check(), TranslatedText.none()));
        } else {
            int at = at(item, edit.at().get());
            checks.set(at, check(bench, item, edit.check(), checks.get(at).errorMessage()));
        }
        bench.items.put(item.oid(), ItemEdits.withChecks(item, checks));
        return item.oid();
    }

    static String remove(Workbench bench, RemoveCheck edit) {
        ItemDef item = bench.item(edit.itemOid());
        List<RangeCheck> checks = new ArrayList<>(item.rangeChecks());
        checks.remove(at(item, edit.at()));
        bench.items.put(item.oid(), ItemEdits.withChecks(item, checks));
        return item.oid();
    }

    private static int at(ItemDef item, int at) {
        if (at < 0 || at >= item.rangeChecks().size()) {
            throw EditRefusedException.gone(item.oid() + " #" + (at + 1));
        }
        return at;
    }

    private static RangeCheck check(Workbench bench, ItemDef item, RangeCheck typed, TranslatedText message) {
        List<String> values = typed.values().stream().map(String::strip).toList();
        boolean stated = typed.formalExpressions().stream()
                .map(FormalExpression::text)
                .anyMatch(text -> !Workbench.bounded(text, LONGEST_EXPRESSION, "expression")
                        .isEmpty());
        if (typed.comparator().isPresent() && (values.isEmpty() || values.contains(""))) {
            throw new EditRefusedException(
                    "values-missing", "values", "A limit has a value.", "Say with what the answer is compared.");
        }
        if (typed.comparator().isEmpty() && !stated) {
            throw new EditRefusedException(
                    "expression-missing", "expression", "A check says what must hold.", "State it as an expression.");
        }
        typed.unitOid().filter(unit -> !item.units().contains(unit)).ifPresent(unit -> {
            throw new EditRefusedException(
                    "unit-unknown", "unit", "The item has no such unit.", "Choose one of the item's units.");
        });
        return new RangeCheck(
                typed.comparator(),
                typed.softHard(),
                values,
                typed.unitOid(),
                bench.text(message, typed.errorMessage().in(bench.language)),
                typed.formalExpressions());
    }
}

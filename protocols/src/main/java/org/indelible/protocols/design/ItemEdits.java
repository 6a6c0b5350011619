package org.indelible.protocols.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.indelible.protocols.build.Alias;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.ItemGroupDef;
import org.indelible.protocols.build.MeasurementUnit;
import org.indelible.protocols.build.RangeCheck;
import org.indelible.protocols.build.Ref;
import org.indelible.protocols.build.TranslatedText;
import org.indelible.protocols.design.DesignEdit.AddItem;
import org.indelible.protocols.design.DesignEdit.ChangeItem;
import org.indelible.protocols.design.DesignEdit.Flags;
import org.indelible.protocols.design.DesignEdit.ItemFields;

/** Edits of items. */
final class ItemEdits {
    private static final int LONGEST_ANSWER = 100_000;
    private static final int MOST_DIGITS = 100;

    private ItemEdits() {}

    static String add(Workbench bench, AddItem edit) {
        ItemGroupDef group = bench.group(edit.groupOid());
        ItemFields fields = edit.item();
        String name = name(bench, fields, "");
        String oid = Oids.fresh("I." + Oids.tail(group.oid()), name, bench.items.keySet());
        ItemDef none = new ItemDef(
                oid,
                name,
                fields.type(),
                Optional.empty(),
                Optional.empty(),
                TranslatedText.none(),
                TranslatedText.none(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                false,
                false,
                false);
        bench.items.put(oid, item(bench, none, name, fields));
        List<Ref> refs = Workbench.with(group.itemRefs(), oid, fields.mandatory());
        bench.groups.put(
                group.oid(),
                GroupEdits.withItems(
                        group,
                        Workbench.replaced(
                                refs, Conditions.leftOutWhen(bench, refs.getLast(), fields.leftOutWhen(), name))));
        return oid;
    }

    static String change(Workbench bench, ChangeItem edit) {
        ItemDef was = bench.item(edit.oid());
        ItemGroupDef group = bench.group(edit.groupOid());
        Ref ref = group.itemRef(was.oid()).orElseThrow(() -> EditRefusedException.gone(was.oid()));
        ItemFields fields = edit.item();
        String name = name(bench, fields, was.oid());
        bench.items.put(was.oid(), item(bench, was, name, fields));
        Ref mandatory = new Ref(
                ref.oid(), ref.orderNumber(), fields.mandatory(), ref.conditionOid(), ref.methodOid(), ref.role());
        bench.groups.put(
                group.oid(),
                GroupEdits.withItems(
                        group,
                        Workbench.replaced(
                                group.itemRefs(),
                                Conditions.leftOutWhen(bench, mandatory, fields.leftOutWhen(), name))));
        Conditions.prune(bench);
        return was.oid();
    }

    private static ItemDef item(Workbench bench, ItemDef was, String name, ItemFields fields) {
        fields.codeListOid().ifPresent(bench::codeList);
        Flags flags = fields.flags();
        return new ItemDef(
                was.oid(),
                name,
                fields.type(),
                within(fields.length(), 1, LONGEST_ANSWER, "length"),
                within(fields.significantDigits(), 0, MOST_DIGITS, "significantDigits"),
                bench.text(was.question(), Workbench.question(fields.question())),
                bench.text(was.description(), fields.help()),
                units(bench, was, fields.units()),
                fields.codeListOid(),
                was.rangeChecks(),
                was.aliases().stream().filter(alias -> stands(alias, flags)).toList(),
                flags.identifying(),
                flags.blinding(),
                flags.critical(),
                was.instructions(),
                was.sdsVarName(),
                was.origin());
    }

    /** What is said of a flag in an alias goes when the flag does. */
    private static boolean stands(Alias alias, Flags flags) {
        return !alias.context().equals(ItemDef.ALIAS_CONTEXT)
                || switch (alias.name()) {
                    case "identifying" -> flags.identifying();
                    case "blinding" -> flags.blinding();
                    case "critical" -> flags.critical();
                    default -> true;
                };
    }

    private static String name(Workbench bench, ItemFields fields, String oid) {
        Set<String> others = bench.items.values().stream()
                .filter(item -> !item.oid().equals(oid))
                .map(ItemDef::name)
                .collect(Collectors.toSet());
        String typed = Workbench.bounded(fields.name(), 200, "name");
        if (typed.isEmpty()) {
            return Oids.variable(Workbench.question(fields.question()), others);
        }
        boolean kept = Optional.ofNullable(bench.items.get(oid))
                .filter(item -> item.name().equals(typed))
                .isPresent();
        if (!kept && others.contains(typed)) {
            throw new EditRefusedException(
                    "name-taken",
                    "name",
                    "Another item is called " + typed + ".",
                    "Expressions could not tell them apart: choose another name.");
        }
        return typed;
    }

    private static Optional<Integer> within(Optional<Integer> number, int least, int most, String field) {
        number.filter(n -> n < least || n > most).ifPresent(n -> {
            throw new EditRefusedException(
                    "number-out-of-range",
                    field,
                    "This is " + n + ".",
                    "It lies between " + least + " and " + most + ".");
        });
        return number;
    }

    /** OIDs of the units with these symbols or names; one that the draft lacks is made. */
    private static List<String> units(Workbench bench, ItemDef was, List<String> symbols) {
        List<String> oids = new ArrayList<>();
        for (String typed : symbols) {
            String symbol = Workbench.name(typed, "units");
            String oid = Stream.concat(was.units().stream(), bench.units.keySet().stream())
                    .filter(bench.units::containsKey)
                    .filter(known -> called(bench, known, symbol))
                    .findFirst()
                    .orElseGet(() -> unit(bench, symbol));
            if (!oids.contains(oid)) {
                oids.add(oid);
            }
        }
        return oids;
    }

    private static boolean called(Workbench bench, String oid, String symbol) {
        MeasurementUnit unit = bench.units.get(oid);
        return unit != null
                && (unit.label(bench.language).equals(symbol) || unit.name().equals(symbol));
    }

    private static String unit(Workbench bench, String symbol) {
        String oid = Oids.fresh("MU", symbol, bench.units.keySet());
        bench.units.put(oid, new MeasurementUnit(oid, symbol, bench.text(TranslatedText.none(), symbol)));
        return oid;
    }

    static ItemDef withChecks(ItemDef item, List<RangeCheck> checks) {
        return new ItemDef(
                item.oid(),
                item.name(),
                item.dataType(),
                item.length(),
                item.significantDigits(),
                item.question(),
                item.description(),
                item.units(),
                item.codeListOid(),
                checks,
                item.aliases(),
                item.identifying(),
                item.blinding(),
                item.critical(),
                item.instructions(),
                item.sdsVarName(),
                item.origin());
    }
}

package org.indelible.protocols.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.indelible.protocols.build.FormalExpression;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.ItemGroupDef;
import org.indelible.protocols.build.RangeCheck;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.odm.Diagnostic;

/** Tries one check of an item on values that somebody makes up, and says why where it gives no answer. */
public final class CheckTrial {
    private static final String FORM = "";

    private final CompiledBuild compiled;
    private final ItemDef item;
    private final RangeCheck check;

    /** @param check one of the item's */
    public CheckTrial(StudyBuild build, ItemDef item, RangeCheck check) {
        this.compiled = CompiledBuilds.of(build);
        this.item = item;
        this.check = check;
    }

    /**
     * A value that the check reads.
     *
     * @param event OID of the event it is read at; empty on the same form, or at the same event
     */
    public record Asked(String event, String item) {}

    public enum Answer {
        HOLDS,
        FIRES,
        UNREADABLE
    }

    /** Why a check gives no answer. */
    public enum Why {
        /** It does not compile, or is in a language that is not executed; {@link Result#about()} says what was found. */
        NOT_EXECUTED,
        /** Checks are asked of what was entered only. */
        NOTHING_ENTERED,
        /** Values it reads that are not there: their names. */
        MISSING,
        /** Values that are not of their data type: their names. */
        NOT_OF_TYPE,
        /** It applies to another unit than the one recorded. */
        OTHER_UNIT,
        UNIT_UNKNOWN,
        /** What was entered does not settle it: a partial date, for example. */
        UNDECIDED
    }

    /** @param why only where the answer is {@link Answer#UNREADABLE} */
    public record Result(Answer answer, Optional<Why> why, List<String> about) {
        public Result {
            about = List.copyOf(about);
        }

        private static Result unreadable(Why why, List<String> about) {
            return new Result(Answer.UNREADABLE, Optional.of(why), about);
        }
    }

    /** The values it reads: its own item's first, then those its expression names. */
    public List<Asked> asks() {
        Set<Asked> asked = new LinkedHashSet<>();
        asked.add(new Asked("", item.oid()));
        compiled.itemsOfCheck(check).stream().sorted().forEach(oid -> asked.add(new Asked("", oid)));
        references().forEach(asked::add);
        return List.copyOf(asked);
    }

    private Stream<Asked> references() {
        return check.formalExpressions().stream()
                .filter(FormalExpression::executable)
                .flatMap(expression -> Reference.in(expression.text()).stream())
                .flatMap(reference -> compiled
                        .names()
                        .item(reference.variable())
                        .map(read -> new Asked(
                                reference.event().isEmpty() ? CelEnvironment.EVENT : reference.event(), read.oid()))
                        .stream())
                .sorted((one, other) -> one.toString().compareTo(other.toString()));
    }

    public Result of(Map<Asked, ItemValue> values) {
        boolean runs = check.comparator().isPresent() || compiled.executes(check);
        if (!runs) {
            return Result.unreadable(Why.NOT_EXECUTED, said());
        }
        Optional<ItemValue> own = Optional.ofNullable(values.get(new Asked("", item.oid())));
        Optional<String> text = own.flatMap(ItemValue::text);
        if (text.isEmpty()) {
            return Result.unreadable(Why.NOTHING_ENTERED, List.of());
        }
        if (LexicalValue.canonical(item.dataType(), text.get()).isEmpty()) {
            return Result.unreadable(Why.NOT_OF_TYPE, List.of(item.name()));
        }
        Optional<String> unit = own.flatMap(ItemValue::unitOid)
                .or(() -> item.units().size() == 1 ? Optional.of(item.units().getFirst()) : Optional.empty());
        if (check.unitOid().isPresent() && !check.unitOid().equals(unit)) {
            return Result.unreadable(unit.isEmpty() ? Why.UNIT_UNKNOWN : Why.OTHER_UNIT, List.of());
        }
        Decision holds = check.comparator()
                .map(comparator -> Comparison.holds(item.dataType(), text.get(), comparator, check.values()))
                .orElseGet(() -> compiled.holds(check, scope(values)));
        return switch (holds) {
            case TRUE -> new Result(Answer.HOLDS, Optional.empty(), List.of());
            case FALSE -> new Result(Answer.FIRES, Optional.empty(), List.of());
            case UNDECIDABLE -> undecided(values);
        };
    }

    private Result undecided(Map<Asked, ItemValue> values) {
        List<String> missing = new ArrayList<>();
        List<String> ofOtherType = new ArrayList<>();
        for (Asked asked : asks()) {
            compiled.build().item(asked.item()).ifPresent(read -> {
                Optional<String> text = Optional.ofNullable(values.get(asked)).flatMap(ItemValue::text);
                if (text.isEmpty()) {
                    missing.add(read.name());
                } else if (LexicalValue.canonical(read.dataType(), text.get()).isEmpty()) {
                    ofOtherType.add(read.name());
                }
            });
        }
        return !ofOtherType.isEmpty()
                ? Result.unreadable(Why.NOT_OF_TYPE, ofOtherType)
                : !missing.isEmpty()
                        ? Result.unreadable(Why.MISSING, missing)
                        : Result.unreadable(Why.UNDECIDED, List.of());
    }

    private List<String> said() {
        return compiled.diagnostics().stream()
                .filter(diagnostic -> item.oid().equals(diagnostic.oid()))
                .map(Diagnostic::message)
                .distinct()
                .toList();
    }

    /** Every value stands in the item's own row, wherever it is asked on the form. */
    private Scope scope(Map<Asked, ItemValue> values) {
        Map<String, ItemValue> here = new LinkedHashMap<>();
        values.forEach((asked, value) -> {
            if (asked.event().isEmpty()) {
                here.put(asked.item(), value);
            }
        });
        Optional<ItemGroupDef> group = compiled.build().itemGroups().stream()
                .filter(def -> def.itemRef(item.oid()).isPresent())
                .findFirst();
        GroupContent row = new GroupContent(group.map(ItemGroupDef::oid).orElse(""), "1", here);
        Scope scope = Scope.ofForm(
                compiled,
                new FormContent(CelEnvironment.EVENT, FORM, List.of(row)),
                (event, oid) -> Optional.ofNullable(values.get(new Asked(event, oid))));
        return group.map(def -> scope.in(def, row)).orElse(scope);
    }
}

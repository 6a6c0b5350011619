package org.indelible.protocols.validation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.indelible.protocols.build.CodeList;
import org.indelible.protocols.build.CodeListEntry;
import org.indelible.protocols.build.Comparator;
import org.indelible.protocols.build.DataType;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.RangeCheck;
import org.indelible.protocols.build.StudyBuild;

/** Finds range checks that contradict each other, and those that can never fire. */
final class Ranges {
    private static final int LONGEST = 15;

    private final StudyBuild build;
    private final Remarks remarks;

    Ranges(StudyBuild build, Remarks remarks) {
        this.build = build;
        this.remarks = remarks;
    }

    void report() {
        for (ItemDef item : build.items()) {
            item.rangeChecks().forEach(check -> {
                foreignUnit(item, check);
                codes(item, check);
                beyondTheLength(item, check);
            });
            if (item.dataType().numeric()) {
                scopes(item).forEach(unit -> limits(item, unit));
            }
            codesThatDoNotFit(item);
        }
    }

    /** Each unit of the item by itself; one scope without a unit where it has none. */
    private static List<Optional<String>> scopes(ItemDef item) {
        return item.units().isEmpty()
                ? List.of(Optional.empty())
                : item.units().stream().map(Optional::of).toList();
    }

    private record Limit(BigDecimal value, boolean open, RangeCheck check) {}

    private void limits(ItemDef item, Optional<String> unit) {
        List<RangeCheck> checks = item.rangeChecks().stream()
                .filter(check -> check.unitOid().isEmpty() || check.unitOid().equals(unit))
                .toList();
        List<Limit> lower = limits(checks, Comparator.GE, Comparator.GT);
        List<Limit> upper = limits(checks, Comparator.LE, Comparator.LT);
        for (Limit low : lower) {
            for (Limit high : upper) {
                int order = low.value.compareTo(high.value);
                if (order > 0 || order == 0 && (low.open || high.open)) {
                    remarks.warning(
                            "contradictory-range",
                            "ItemDef",
                            item.oid(),
                            "No value of " + item.name() + " can be both " + words(low.check) + " and "
                                    + words(high.check)
                                    + unit.map(u -> " in " + u).orElse("") + ": one of the two checks always fires.",
                            "Correct one of the two limits.");
                }
            }
        }
        shadowed(item, lower, (soft, hard) -> soft.compareTo(hard) <= 0);
        shadowed(item, upper, (soft, hard) -> soft.compareTo(hard) >= 0);
    }

    private static List<Limit> limits(List<RangeCheck> checks, Comparator closed, Comparator open) {
        return checks.stream()
                .filter(check ->
                        check.comparator().filter(c -> c == closed || c == open).isPresent())
                .flatMap(check -> check.values().stream()
                        .flatMap(value -> number(value).stream())
                        .map(value -> new Limit(value, check.comparator().equals(Optional.of(open)), check)))
                .toList();
    }

    /** A soft limit outside a hard one never asks anything the hard one has not refused. */
    private void shadowed(ItemDef item, List<Limit> limits, BiPredicate<BigDecimal, BigDecimal> outwards) {
        for (Limit soft : limits) {
            for (Limit hard : limits) {
                boolean outside = outwards.test(soft.value, hard.value);
                if (!soft.check.hard() && hard.check.hard() && outside) {
                    neverFires(
                            item,
                            words(soft.check) + " is soft and lies outside the hard check " + words(hard.check),
                            "Move the soft limit inside the hard one, or remove it.");
                }
            }
        }
    }

    private void foreignUnit(ItemDef item, RangeCheck check) {
        check.unitOid()
                .filter(unit -> !item.units().contains(unit))
                .ifPresent(unit -> neverFires(
                        item,
                        "it applies to values in " + unit + ", which is none of the item's units",
                        "Add the unit to the item, or take it from the check."));
    }

    private void codes(ItemDef item, RangeCheck check) {
        Optional<CodeList> list = item.codeListOid()
                .flatMap(build::codeList)
                .filter(l -> l.external().isEmpty());
        if (list.isEmpty() || check.comparator().isEmpty()) {
            return;
        }
        Set<String> codes =
                list.get().entries().stream().map(CodeListEntry::codedValue).collect(Collectors.toSet());
        boolean all = check.values().containsAll(codes);
        boolean none = check.values().stream().noneMatch(codes::contains);
        if (check.comparator().get() == Comparator.IN && all
                || check.comparator().get() == Comparator.NOTIN && none) {
            neverFires(
                    item,
                    words(check) + " holds for every value of code list "
                            + list.get().oid(),
                    "Correct the values of the check, or remove it.");
        }
    }

    /** An integer of two characters is below 100 whatever is entered. */
    private void beyondTheLength(ItemDef item, RangeCheck check) {
        Optional<Integer> length =
                item.length().filter(l -> l > 0 && l <= LONGEST && item.dataType() == DataType.INTEGER);
        Optional<BigDecimal> limit =
                check.values().size() == 1 ? number(check.values().getFirst()) : Optional.empty();
        if (length.isEmpty() || limit.isEmpty() || check.comparator().isEmpty()) {
            return;
        }
        BigDecimal most = BigDecimal.TEN.pow(length.get()).subtract(BigDecimal.ONE);
        BigDecimal least =
                BigDecimal.TEN.pow(length.get() - 1).subtract(BigDecimal.ONE).negate();
        boolean never = switch (check.comparator().get()) {
            case LE -> limit.get().compareTo(most) >= 0;
            case LT -> limit.get().compareTo(most) > 0;
            case GE -> limit.get().compareTo(least) <= 0;
            case GT -> limit.get().compareTo(least) < 0;
            default -> false;
        };
        if (never) {
            neverFires(
                    item,
                    words(check) + " holds for every integer of " + length.get() + " characters",
                    "Correct the limit or the length.");
        }
    }

    private void codesThatDoNotFit(ItemDef item) {
        Optional<Integer> length = item.length();
        if (length.isEmpty()) {
            return;
        }
        Stream<String> tooLong = item.codeListOid().flatMap(build::codeList).stream()
                .flatMap(list -> list.entries().stream())
                .map(CodeListEntry::codedValue)
                .filter(code -> code.codePointCount(0, code.length()) > length.get());
        List<String> codes = tooLong.toList();
        if (!codes.isEmpty()) {
            remarks.warning(
                    "code-longer-than-item",
                    "ItemDef",
                    item.oid(),
                    item.name() + " takes " + length.get() + " characters, but its code list has '"
                            + String.join("', '", codes) + "'.",
                    "Raise the length of the item.");
        }
    }

    private void neverFires(ItemDef item, String why, String cure) {
        remarks.warning(
                "check-never-fires",
                "ItemDef",
                item.oid(),
                "A check of " + item.name() + " can never fire: " + why + ".",
                cure);
    }

    private static String words(RangeCheck check) {
        return check.comparator().map(Comparator::name).orElse("") + " " + String.join(", ", check.values());
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}

package org.indelible.protocols.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.indelible.protocols.build.Comparator;
import org.indelible.protocols.build.DataType;

/** Whether a value stands to check values as a comparator demands: numbers as numbers, dates as intervals, the rest as text. */
final class Comparison {
    private Comparison() {}

    static Decision holds(DataType type, String value, Comparator comparator, List<String> checkValues) {
        Function<String, Decision> same = other -> same(type, value, other);
        return switch (comparator) {
            case EQ -> first(checkValues, same);
            case NE -> first(checkValues, same).not();
            case LT -> first(checkValues, other -> before(type, value, other));
            case GE -> first(checkValues, other -> before(type, value, other)).not();
            case GT -> first(checkValues, other -> before(type, other, value));
            case LE -> first(checkValues, other -> before(type, other, value)).not();
            case IN -> any(checkValues, same);
            case NOTIN -> any(checkValues, same).not();
        };
    }

    private static Decision first(List<String> checkValues, Function<String, Decision> decide) {
        return checkValues.stream().findFirst().map(decide).orElse(Decision.UNDECIDABLE);
    }

    private static Decision any(List<String> checkValues, Function<String, Decision> decide) {
        return checkValues.stream().map(decide).reduce(Decision.FALSE, Decision::or);
    }

    private static Decision before(DataType type, String one, String other) {
        if (type.numeric()) {
            return numbers(one, other, comparison -> comparison < 0);
        }
        if (type.temporal()) {
            return spans(type, one, other, TimeSpan::before);
        }
        return Decision.of(one.compareTo(other) < 0);
    }

    private static Decision same(DataType type, String one, String other) {
        if (type.numeric()) {
            return numbers(one, other, comparison -> comparison == 0);
        }
        if (type.temporal()) {
            return spans(type, one, other, TimeSpan::same);
        }
        Optional<String> canonical = LexicalValue.canonical(type, one);
        return Decision.of(canonical.equals(LexicalValue.canonical(type, other)));
    }

    /** A limit of 37.5 on an integer item is a limit: both sides are read as widely as numbers go. */
    private static Decision numbers(String one, String other, IntPredicate answer) {
        Optional<BigDecimal> left = LexicalValue.number(DataType.DOUBLE, one);
        Optional<BigDecimal> right = LexicalValue.number(DataType.DOUBLE, other);
        return left.isPresent() && right.isPresent()
                ? Decision.of(answer.test(left.get().compareTo(right.get())))
                : Decision.UNDECIDABLE;
    }

    private static Decision spans(
            DataType type, String one, String other, BiFunction<TimeSpan, TimeSpan, Decision> answer) {
        Optional<TimeSpan> left = PointInTime.parse(type, one).flatMap(PointInTime::span);
        Optional<TimeSpan> right = PointInTime.parse(type, other).flatMap(PointInTime::span);
        return left.isPresent() && right.isPresent() ? answer.apply(left.get(), right.get()) : Decision.UNDECIDABLE;
    }
}

package org.indelible.protocols.diff;

import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.indelible.protocols.build.CodeListEntry;
import org.indelible.protocols.build.FormalExpression;
import org.indelible.protocols.build.RangeCheck;
import org.indelible.protocols.build.VisitWindow;

/** Says changes in English. */
final class ChangeWords {
    private ChangeWords() {}

    static String of(BuildChange change) {
        return switch (change) {
            case BuildChange.Added added -> added(added);
            case BuildChange.Removed removed -> removed(removed);
            case BuildChange.Placed placed ->
                capital(placed.subject()) + " is also collected in "
                        + placed.container().words() + (placed.mandatory() ? ", where it is mandatory." : ".");
            case BuildChange.TakenOut out ->
                capital(out.subject()) + " is no longer collected in "
                        + out.container().words() + ".";
            case BuildChange.MandatoryChanged changed ->
                capital(changed.subject()) + " is " + (changed.mandatory() ? "mandatory" : "optional") + " now in "
                        + changed.container().words() + ".";
            case BuildChange.SkipLogicChanged skip -> skipLogic(skip);
            case BuildChange.DerivationChanged derived -> derivation(derived);
            case BuildChange.OrderChanged order ->
                "The order within " + order.subject().words() + " changed.";
            case BuildChange.AttributeChanged attribute ->
                fromTo(
                        "The " + attribute.attribute().words() + of(attribute.subject()),
                        attribute.before(),
                        attribute.after());
            case BuildChange.TextChanged text ->
                fromTo(
                        "The " + text.field().words() + language(text.language()) + of(text.subject()),
                        text.before(),
                        text.after());
            case BuildChange.CheckChanged check ->
                fromTo("A check" + of(check.subject()), check.before(), check.after());
            case BuildChange.CodeChanged code -> fromTo("A value" + of(code.subject()), code.before(), code.after());
            case BuildChange.DecodeChanged decode ->
                fromTo(
                        "The text of value '" + decode.codedValue() + "'" + language(decode.language())
                                + of(decode.subject()),
                        decode.before(),
                        decode.after());
            case BuildChange.ExpressionChanged expression ->
                fromTo("The expression" + of(expression.subject()), expression.before(), expression.after());
            case BuildChange.WindowChanged window ->
                fromTo("The visit window" + of(window.subject()), window.before(), window.after());
        };
    }

    private static String added(BuildChange.Added added) {
        String places = added.places().isEmpty()
                ? ""
                : (added.subject().kind() == Kind.FORM ? " at " : " in ") + places(added.places());
        return "New " + added.subject().words() + places + (added.mandatory() ? ", mandatory" : "")
                + parts(added.parts()) + ".";
    }

    private static String removed(BuildChange.Removed removed) {
        String places = removed.places().isEmpty() ? "" : " from " + places(removed.places());
        return "Removed " + removed.subject().words() + places + parts(removed.parts()) + ".";
    }

    private static String places(List<String> oids) {
        return oids.size() > 3 ? oids.size() + " places (" + String.join(", ", oids) + ")" : String.join(", ", oids);
    }

    private static String parts(List<Subject> parts) {
        Map<Kind, Long> counts =
                parts.stream().collect(Collectors.groupingBy(Subject::kind, LinkedHashMap::new, Collectors.counting()));
        return counts.isEmpty()
                ? ""
                : counts.entrySet().stream()
                        .map(e -> e.getValue() + " " + e.getKey().words() + (e.getValue() == 1 ? "" : "s"))
                        .collect(Collectors.joining(", ", ", with ", ""));
    }

    private static String skipLogic(BuildChange.SkipLogicChanged skip) {
        String what = capital(skip.subject()) + " in " + skip.container().words();
        return skip.after()
                .map(condition -> what + " is left out when condition " + condition + " is true"
                        + skip.before()
                                .map(b -> ", no longer when " + b + " is")
                                .orElse("") + ".")
                .orElseGet(() -> what + " is always collected; condition "
                        + skip.before().orElse("") + " no longer leaves it out.");
    }

    private static String derivation(BuildChange.DerivationChanged derived) {
        String what = capital(derived.subject()) + " in " + derived.container().words();
        return derived.after()
                .map(method -> what + " is derived by method " + method
                        + derived.before().map(b -> ", no longer by " + b).orElse("") + ".")
                .orElseGet(
                        () -> what + " is entered; method " + derived.before().orElse("") + " no longer derives it.");
    }

    private static String fromTo(String what, Optional<String> before, Optional<String> after) {
        if (before.isPresent() && after.isPresent()) {
            return what + " changed from '" + before.get() + "' to '" + after.get() + "'.";
        }
        return after.map(a -> what + " was added: '" + a + "'.")
                .orElseGet(() -> what + " was removed: '" + before.orElse("") + "'.");
    }

    private static String of(Subject subject) {
        return subject.kind() == Kind.STUDY ? "" : " of " + subject.words();
    }

    private static String language(String language) {
        return language.isEmpty() ? "" : " in language " + language;
    }

    private static String capital(Subject subject) {
        String words = subject.words();
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    static String check(RangeCheck check) {
        String rule = check.comparator()
                .map(c -> c + " " + String.join(", ", check.values())
                        + check.unitOid().map(u -> " in " + u).orElse(""))
                .orElseGet(() -> expressions(check.formalExpressions()).orElse(""));
        String message = check.errorMessage().in("en");
        return rule + (check.hard() ? " (hard)" : " (soft)") + (message.isBlank() ? "" : ": " + message);
    }

    static String code(CodeListEntry entry) {
        String label = entry.label("en");
        return label.equals(entry.codedValue()) ? label : entry.codedValue() + " = " + label;
    }

    static Optional<String> expressions(List<FormalExpression> expressions) {
        return expressions.isEmpty()
                ? Optional.empty()
                : Optional.of(expressions.stream()
                        .map(e -> e.executable() ? e.text() : e.context() + ": " + e.text())
                        .collect(Collectors.joining("; ")));
    }

    static String window(VisitWindow window) {
        return days(window.target()) + " after " + window.anchor().itemOid() + " of "
                + window.anchor().eventOid() + ", from " + days(window.before()) + " before to "
                + days(window.after()) + " after";
    }

    private static String days(Period period) {
        boolean onlyDays = period.toTotalMonths() == 0;
        return onlyDays ? period.getDays() + (Math.abs(period.getDays()) == 1 ? " day" : " days") : period.toString();
    }
}

package org.indelible.protocols.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.indelible.protocols.build.CodeList;
import org.indelible.protocols.build.CodeListEntry;

/** Compares the values of a code list, which are known by what is stored. */
final class CodeComparison {
    private final Subject list;
    private final List<BuildChange> changes = new ArrayList<>();

    private CodeComparison(Subject list) {
        this.list = list;
    }

    static List<BuildChange> of(Subject list, CodeList was, CodeList now) {
        CodeComparison comparison = new CodeComparison(list);
        for (CodeListEntry entry : now.entries()) {
            was.entry(entry.codedValue())
                    .ifPresentOrElse(
                            old -> comparison.entry(old, entry),
                            () -> comparison.changes.add(
                                    new BuildChange.CodeChanged(list, Optional.empty(), Optional.of(entry))));
        }
        for (CodeListEntry entry : was.entries()) {
            if (now.entry(entry.codedValue()).isEmpty()) {
                comparison.changes.add(new BuildChange.CodeChanged(list, Optional.of(entry), Optional.empty()));
            }
        }
        List<String> orderThen = common(was, now);
        List<String> orderNow = common(now, was);
        if (!orderThen.equals(orderNow)) {
            comparison.changes.add(new BuildChange.OrderChanged(list, orderThen, orderNow));
        }
        return comparison.changes;
    }

    private static List<String> common(CodeList of, CodeList with) {
        return of.entries().stream()
                .map(CodeListEntry::codedValue)
                .filter(value -> with.entry(value).isPresent())
                .toList();
    }

    private void entry(CodeListEntry was, CodeListEntry now) {
        Set<String> languages = new TreeSet<>(was.decode().byLanguage().keySet());
        languages.addAll(now.decode().byLanguage().keySet());
        for (String language : languages) {
            Optional<String> before =
                    Optional.ofNullable(was.decode().byLanguage().get(language));
            Optional<String> after =
                    Optional.ofNullable(now.decode().byLanguage().get(language));
            if (!before.equals(after)) {
                changes.add(new BuildChange.DecodeChanged(list, now.codedValue(), language, before, after));
            }
        }
        attribute(Attribute.RANK, was, now, rank(was), rank(now));
        attribute(Attribute.ALIASES, was, now, aliases(was), aliases(now));
    }

    private void attribute(
            Attribute attribute,
            CodeListEntry was,
            CodeListEntry now,
            Optional<String> before,
            Optional<String> after) {
        if (!before.equals(after)) {
            changes.add(new BuildChange.AttributeChanged(
                    list,
                    attribute,
                    before.map(text -> was.codedValue() + ": " + text),
                    after.map(text -> now.codedValue() + ": " + text)));
        }
    }

    private static Optional<String> rank(CodeListEntry entry) {
        return entry.rank().map(rank -> rank.toPlainString());
    }

    private static Optional<String> aliases(CodeListEntry entry) {
        return entry.aliases().isEmpty()
                ? Optional.empty()
                : Optional.of(entry.aliases().stream()
                        .map(alias -> alias.context() + ": " + alias.name())
                        .collect(Collectors.joining("; ")));
    }
}

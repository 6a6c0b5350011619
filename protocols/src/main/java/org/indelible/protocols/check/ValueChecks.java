package org.indelible.protocols.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.indelible.protocols.build.CodeList;
import org.indelible.protocols.build.Comparator;
import org.indelible.protocols.build.DataType;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.RangeCheck;
import org.indelible.protocols.build.StudyBuild;

/** Checks one value against its item: a value that is not of its data type is checked no further. */
final class ValueChecks {
    private final StudyBuild build;
    private final ItemDef item;
    private final GroupContent instance;
    private final String text;
    private final Optional<String> unit;
    private final String language;
    private final List<CheckFinding> findings = new ArrayList<>();

    ValueChecks(StudyBuild build, ItemDef item, GroupContent instance, ItemValue value, String language) {
        this.build = build;
        this.item = item;
        this.instance = instance;
        this.text = value.text().orElse("");
        this.unit = value.unitOid()
                .or(() -> item.units().size() == 1 ? Optional.of(item.units().getFirst()) : Optional.empty());
        this.language = language;
    }

    List<CheckFinding> findings() {
        if (LexicalValue.canonical(item.dataType(), text).isEmpty()) {
            fires(
                    CheckKind.DATA_TYPE,
                    "type:" + item.oid(),
                    true,
                    label() + ": '" + text + "' is not a valid "
                            + item.dataType().odmName() + ".");
            return findings;
        }
        length();
        item.codeListOid().flatMap(build::codeList).ifPresent(this::codeList);
        unit();
        item.rangeChecks().forEach(this::range);
        return findings;
    }

    private void length() {
        int length = text.codePointCount(0, text.length());
        boolean measured = item.dataType().textual() || item.dataType().numeric();
        item.length()
                .filter(max -> measured && length > max)
                .ifPresent(max -> fires(
                        CheckKind.LENGTH,
                        "length:" + item.oid(),
                        true,
                        label() + " has " + length + " characters, " + max + " are allowed."));
    }

    private void codeList(CodeList list) {
        boolean checkable = !list.entries().isEmpty() || list.external().isEmpty();
        if (checkable && list.entry(text).isEmpty() && !sameInOtherWords(list)) {
            fires(
                    CheckKind.CODE_LIST,
                    "code-list:" + item.oid(),
                    true,
                    label() + ": '" + text + "' is none of the values of " + list.name() + ".");
        }
    }

    /** 01 is the code 1 where both are integers. */
    private boolean sameInOtherWords(CodeList list) {
        DataType type = list.dataType();
        Optional<String> canonical = LexicalValue.canonical(type, text);
        return !type.textual()
                && canonical.isPresent()
                && list.entries().stream()
                        .anyMatch(e ->
                                LexicalValue.canonical(type, e.codedValue()).equals(canonical));
    }

    private void unit() {
        unit.filter(u -> !item.units().contains(u))
                .ifPresent(u -> fires(
                        CheckKind.UNIT,
                        "unit:" + item.oid(),
                        true,
                        label() + " was recorded in " + unitLabel(u) + ", which is none of its units."));
    }

    private void range(RangeCheck check) {
        if (check.comparator().isEmpty()
                || check.unitOid().isPresent() && unit.isPresent() && !unit.equals(check.unitOid())) {
            return;
        }
        Comparator comparator = check.comparator().get();
        boolean unitUnknown = check.unitOid().isPresent() && unit.isEmpty();
        Decision holds = unitUnknown
                ? Decision.UNDECIDABLE
                : Comparison.holds(item.dataType(), text, comparator, check.values());
        if (holds != Decision.TRUE) {
            add(
                    CheckKind.RANGE,
                    rangeId(check, comparator),
                    check.hard(),
                    message(check, comparator, holds),
                    holds == Decision.FALSE ? CheckFinding.Outcome.FIRES : CheckFinding.Outcome.UNDECIDABLE);
        }
    }

    private String rangeId(RangeCheck check, Comparator comparator) {
        return "range:" + item.oid() + ":" + comparator + ":" + String.join(",", check.values())
                + check.unitOid().map(u -> ":" + u).orElse("");
    }

    private String message(RangeCheck check, Comparator comparator, Decision holds) {
        String limit = comparator + " " + String.join(", ", check.values())
                + check.unitOid().map(u -> " " + unitLabel(u)).orElse("");
        if (holds == Decision.UNDECIDABLE) {
            return label() + ": whether '" + text + "' is " + limit + " cannot be decided from what was entered.";
        }
        String stated = check.errorMessage().in(language);
        return stated.isBlank() ? label() + ": '" + text + "' is not " + limit + "." : stated;
    }

    private String unitLabel(String oid) {
        return build.unit(oid).map(u -> u.label(language)).orElse(oid);
    }

    private String label() {
        return item.label(language);
    }

    private void fires(CheckKind kind, String checkId, boolean hard, String message) {
        add(kind, checkId, hard, message, CheckFinding.Outcome.FIRES);
    }

    private void add(CheckKind kind, String checkId, boolean hard, String message, CheckFinding.Outcome outcome) {
        findings.add(new CheckFinding(
                kind,
                checkId,
                Optional.of(item.oid()),
                instance.groupOid(),
                Optional.of(instance.key()),
                hard,
                message,
                outcome));
    }
}

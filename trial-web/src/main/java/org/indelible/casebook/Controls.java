package org.indelible.casebook;

import java.util.List;
import org.indelible.casebook.Field.Choice;
import org.indelible.casebook.Field.Control;
import org.indelible.protocols.build.CodeListEntry;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.StudyBuild;

/** Which control fits an item (ODM 1.3.2, 2.13). Codes are chosen, few of them by radio buttons; nothing is chosen beforehand. */
final class Controls {
    private static final int RADIOS_UP_TO = 5;
    private static final int LIST_UP_TO = 20;
    private static final int ONE_LINE_UP_TO = 100;

    private Controls() {}

    static Control of(ItemDef item, int choices, boolean inTable) {
        if (choices > 0) {
            return choices > LIST_UP_TO
                    ? Control.TYPE_AHEAD
                    : choices <= RADIOS_UP_TO && !inTable ? Control.RADIO : Control.SELECT;
        }
        return switch (item.dataType()) {
            case INTEGER, FLOAT, DOUBLE -> Control.NUMBER;
            case DATE -> Control.DATE;
            case PARTIAL_DATE, INCOMPLETE_DATE -> Control.PARTIAL_DATE;
            case TIME, PARTIAL_TIME, INCOMPLETE_TIME -> Control.TIME;
            case DATETIME, PARTIAL_DATETIME, INCOMPLETE_DATETIME -> Control.DATETIME;
            case TEXT, STRING ->
                item.length().map(length -> length > ONE_LINE_UP_TO).orElse(item.freeText()) && !inTable
                        ? Control.LONG_TEXT
                        : Control.TEXT;
            default -> Control.TEXT;
        };
    }

    /** Width of the control in characters, so that it shows what kind of answer is expected. */
    static int size(ItemDef item, Control control) {
        return switch (control) {
            case DATE, PARTIAL_DATE -> 10;
            case TIME -> 8;
            case DATETIME -> 19;
            case NUMBER ->
                item.length().map(length -> Math.clamp(length + 2, 5, 20)).orElse(8);
            case LONG_TEXT -> 60;
            default ->
                item.length().map(length -> Math.clamp(length + 1, 4, 40)).orElse(30);
        };
    }

    static List<Choice> choices(ItemDef item, StudyBuild build, String language, String yes, String no) {
        if (item.codeListOid().isPresent()) {
            return build.codeList(item.codeListOid().get()).stream()
                    .flatMap(codes -> codes.entries().stream())
                    .map(code -> new Choice(code.codedValue(), code.label(language)))
                    .toList();
        }
        return switch (item.dataType()) {
            case BOOLEAN -> List.of(new Choice("true", yes), new Choice("false", no));
            default -> List.of();
        };
    }

    static List<Choice> units(ItemDef item, StudyBuild build, String language) {
        return item.units().stream()
                .flatMap(oid -> build.unit(oid).stream())
                .map(unit -> new Choice(unit.oid(), unit.label(language)))
                .toList();
    }

    /** The code of what was typed where long lists are searched by their words; anything else stays as it was typed. */
    static String code(ItemDef item, StudyBuild build, String language, String typed) {
        return item.codeListOid()
                .flatMap(build::codeList)
                .filter(codes -> codes.entries().size() > LIST_UP_TO
                        && codes.entry(typed).isEmpty())
                .flatMap(codes -> codes.entries().stream()
                        .filter(code -> code.label(language).equalsIgnoreCase(typed.strip()))
                        .findFirst())
                .map(CodeListEntry::codedValue)
                .orElse(typed);
    }
}

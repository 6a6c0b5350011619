package org.indelible.protocols.build;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * When a visit is due, counted from the date in another visit's item. ODM 1.3.2 has no element for it; it is written as
 * {@code <Alias Context="visit-window" Name="anchor=SE/F/IG/I;item=I;target=P14D;before=P3D;after=P3D"/>}.
 *
 * @param itemOid the item of this visit that holds its date
 */
public record VisitWindow(Anchor anchor, String itemOid, Period target, Period before, Period after) {
    public static final String ALIAS_CONTEXT = "visit-window";

    /** The item whose date the window is counted from. */
    public record Anchor(String eventOid, String formOid, String itemGroupOid, String itemOid) {}

    /** The window the alias states; empty where it is not of the form above. */
    public static Optional<VisitWindow> parse(String alias) {
        Map<String, String> fields = Arrays.stream(alias.split(";"))
                .map(field -> field.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0].strip(), pair -> pair[1].strip(), (first, second) -> first));
        String[] path = fields.getOrDefault("anchor", "").split("/");
        String item = fields.get("item");
        if (path.length != 4 || item == null || !fields.containsKey("target")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new VisitWindow(
                    new Anchor(path[0], path[1], path[2], path[3]),
                    item,
                    Period.parse(fields.get("target")),
                    Period.parse(fields.getOrDefault("before", "P0D")),
                    Period.parse(fields.getOrDefault("after", "P0D"))));
        } catch (DateTimeException notAPeriod) {
            return Optional.empty();
        }
    }

    /** The alias that states this window. */
    public Alias alias() {
        return new Alias(
                ALIAS_CONTEXT,
                "anchor=" + String.join("/", anchor.eventOid, anchor.formOid, anchor.itemGroupOid, anchor.itemOid)
                        + ";item=" + itemOid + ";target=" + target + ";before=" + before + ";after=" + after);
    }

    public LocalDate due(LocalDate anchorDate) {
        return anchorDate.plus(target);
    }

    public LocalDate opens(LocalDate anchorDate) {
        return due(anchorDate).minus(before);
    }

    public LocalDate closes(LocalDate anchorDate) {
        return due(anchorDate).plus(after);
    }
}

package org.indelible.casebook;

import java.util.Locale;
import java.util.Optional;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.Erased;
import org.indelible.anchoring.disclosure.Withheld;
import org.indelible.protocols.build.CodeListEntry;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.readmodel.RecordedValue;

/**
 * A value as a person reads it.
 *
 * @param text decode of a code, the text as entered, or empty where the state says why there is none
 * @param flavour name of a null flavour
 */
public record ShownValue(State state, String text, String unit, String flavour) {
    public enum State {
        VALUE,
        NULL_FLAVOUR,
        ERASED,
        WITHHELD,
        NOTHING
    }

    public static final ShownValue NONE = new ShownValue(State.NOTHING, "", "", "");

    public static ShownValue of(RecordedValue recorded, Optional<ItemDef> item, StudyBuild build, String language) {
        if (recorded.nullFlavour().isPresent()) {
            return new ShownValue(
                    State.NULL_FLAVOUR, "", "", flavour(recorded.nullFlavour().get()));
        }
        return recorded.text()
                .map(text -> of(text, recorded.unit().orElse(""), item, build, language))
                .orElse(NONE);
    }

    private static ShownValue of(
            Disclosable<String> text, String unit, Optional<ItemDef> item, StudyBuild build, String language) {
        if (text instanceof Erased) {
            return new ShownValue(State.ERASED, "", "", "");
        }
        if (text instanceof Withheld) {
            return new ShownValue(State.WITHHELD, "", "", "");
        }
        String entered = text.present().orElse("");
        return entered.isEmpty()
                ? NONE
                : new ShownValue(State.VALUE, decoded(entered, item, build, language), unit, "");
    }

    private static String decoded(String entered, Optional<ItemDef> item, StudyBuild build, String language) {
        return item.flatMap(ItemDef::codeListOid)
                .flatMap(build::codeList)
                .flatMap(codes -> codes.entry(entered))
                .map((CodeListEntry code) -> code.label(language))
                .orElse(entered);
    }

    /** The name of the enum constant, whichever way it is spelt. */
    static String flavour(String recorded) {
        return recorded.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}

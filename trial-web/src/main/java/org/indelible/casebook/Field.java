package org.indelible.casebook;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form, ready for its template.
 *
 * @param n number of the field in the form; prefix of its parameters
 * @param seq version of the data point that the page shows; -1 where nothing stands there
 * @param was what the page shows as recorded
 * @param now what stands in the control: as recorded, or as typed where the form came back
 * @param shown the recorded value for reading
 * @param units choices of a unit; a single one is only shown
 * @param reasonAlways whether even a first value needs a reason, because the form was signed or verified before
 * @param errors what keeps the field from being saved
 * @param conflict what changed meanwhile, in a sentence
 * @param derivation what a method computes for it; empty where people enter it
 * @param skipped whether it is not collected as the form stands (ODM CollectionException)
 * @param queries on it that wait for an answer or a decision
 * @param history address of the drawer
 * @param ask address to raise a query on it; empty where the reader may not
 * @param bar address to freeze or lock it; empty where the reader may not
 */
record Field(
        int n,
        String group,
        String groupKey,
        String item,
        String label,
        String help,
        Control control,
        int size,
        boolean mandatory,
        boolean identifying,
        List<Choice> choices,
        List<Choice> units,
        long seq,
        FieldInput.Entry was,
        FieldInput.Entry now,
        ShownValue shown,
        Marks marks,
        boolean reasonAlways,
        String category,
        String reason,
        List<String> errors,
        Optional<String> conflict,
        List<CheckLine> checks,
        Optional<Derivation> derivation,
        boolean skipped,
        List<QueryLine> queries,
        String history,
        Optional<String> ask,
        Optional<String> bar) {
    /** How an item is entered. */
    enum Control {
        TEXT,
        LONG_TEXT,
        NUMBER,
        DATE,
        PARTIAL_DATE,
        TIME,
        DATETIME,
        RADIO,
        SELECT,
        /** A long list, searched by typing. */
        TYPE_AHEAD
    }

    record Choice(String code, String label) {}

    /**
     * What the margin says.
     *
     * @param unsigned recorded after the last signature of its form
     */
    record Marks(boolean changed, boolean inactive, boolean verified, boolean signed, boolean unsigned, int queries) {
        static final Marks NONE = new Marks(false, false, false, false, false, 0);
    }

    /** @param value empty where what the method needs is missing */
    record Derivation(Optional<String> value) {}

    record CheckLine(boolean hard, boolean fires, String message) {}

    public String id() {
        return "f" + n;
    }

    /** What stands in the control: of a long list the words of the code. */
    public String typed() {
        return typedAs(now.text());
    }

    public String typedBefore() {
        return typedAs(was.text());
    }

    /** Id of the list of choices that goes with it, shared by fields of one code list. */
    public @Nullable String list() {
        return control == Control.TYPE_AHEAD ? "choices-" + Integer.toHexString(choices.hashCode()) : null;
    }

    private String typedAs(String text) {
        return control != Control.TYPE_AHEAD
                ? text
                : choices.stream()
                        .filter(choice -> choice.code().equals(text))
                        .findFirst()
                        .map(Choice::label)
                        .orElse(text);
    }

    /** Not asked for, and nothing stands there. */
    public boolean hidden() {
        return skipped && !saved() && now.empty();
    }

    public boolean saved() {
        return seq >= 0;
    }

    public boolean dirty() {
        return !was.meant().equals(now.meant());
    }

    /** Whether the reason is asked as the page stands. */
    public boolean asksReason() {
        return reasonAlways || saved() ? dirty() : !now.flavour().isEmpty();
    }

    /** Shown only for reading: erased, withheld or inactivated values are not overtyped. */
    public boolean closed() {
        return marks.inactive()
                || shown.state() == ShownValue.State.ERASED
                || shown.state() == ShownValue.State.WITHHELD;
    }

    /** Computed and shown; what is recorded all the same, by an import or before an amendment, can be corrected. */
    public boolean computed() {
        return derivation.isPresent() && !saved() && now.empty();
    }

    /** What the method gives, where something else is recorded. */
    public Optional<String> computedOtherwise() {
        return derivation
                .flatMap(Derivation::value)
                .filter(value -> !computed() && !now.text().isEmpty() && !value.equals(now.text()));
    }

    public boolean wrong() {
        return !errors.isEmpty() || conflict.isPresent();
    }
}

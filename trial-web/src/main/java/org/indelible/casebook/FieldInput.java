package org.indelible.casebook;

import java.util.Locale;
import java.util.Optional;
import org.indelible.shared.Reason;
import org.indelible.shared.ReasonCategory;

/**
 * One field as it was sent.
 *
 * @param n number of the field in the form it was sent with
 * @param seq version of the data point the page had shown; -1 where nothing stood there
 * @param was what the page had shown
 * @param now what is typed
 * @param category name of a {@link ReasonCategory}, empty where none was chosen
 */
record FieldInput(
        int n,
        String group,
        String groupKey,
        String item,
        long seq,
        Entry was,
        Entry now,
        String category,
        String reason) {
    /** What a field holds: text with its unit, or a null flavour. */
    record Entry(String text, String unit, String flavour) {
        static final Entry NOTHING = new Entry("", "", "");

        boolean empty() {
            return text.isEmpty() && flavour.isEmpty();
        }

        /** A unit beside nothing says nothing. */
        Entry meant() {
            return !flavour.isEmpty() ? new Entry("", "", flavour) : text.isEmpty() ? NOTHING : this;
        }

        ItemContent content() {
            if (!flavour.isEmpty()) {
                return ItemContent.absent(NullFlavour.valueOf(flavour));
            }
            return text.isEmpty() ? new ItemContent.Cleared() : new ItemContent.Value(text, FormAddress.present(unit));
        }
    }

    boolean changed() {
        return !was.meant().equals(now.meant());
    }

    boolean saved() {
        return seq >= 0;
    }

    /**
     * A saved value is changed, or a null flavour is given, only with a reason.
     *
     * @param always whether a first value needs one too
     */
    boolean lacksReason(boolean always) {
        return changed()
                && (always || saved() || !now.flavour().isEmpty())
                && (category.isEmpty() || reasonText().isEmpty());
    }

    /** What the list says is enough, except for "other". */
    private String reasonText() {
        String typed = reason.strip();
        return typed.isEmpty() && !category.isEmpty() && !category.equals(ReasonCategory.OTHER.name())
                ? ReasonCategory.valueOf(category).name().replace('_', ' ').toLowerCase(Locale.ROOT)
                : typed;
    }

    ItemEntry toEntry() {
        Optional<Reason> why = category.isEmpty() || reasonText().isEmpty()
                ? Optional.empty()
                : Optional.of(new Reason(ReasonCategory.valueOf(category), reasonText()));
        return new ItemEntry(
                new ItemRef(group, new RepeatKey(groupKey), item),
                now.meant().content(),
                why,
                Optional.of(new Version(seq)));
    }

    boolean isAt(String otherGroup, String otherKey, String otherItem) {
        return group.equals(otherGroup) && groupKey.equals(otherKey) && item.equals(otherItem);
    }

    /** The same with another text. */
    FieldInput typed(String text) {
        return new FieldInput(
                n, group, groupKey, item, seq, was, new Entry(text, now.unit(), now.flavour()), category, reason);
    }
}

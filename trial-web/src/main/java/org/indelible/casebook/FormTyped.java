package org.indelible.casebook;

import java.util.Optional;

/**
 * What is being typed into a form that is not saved yet.
 *
 * @param dayError what is wrong with the day of the visit as it was typed
 * @param checked whether it was sent to be saved, so that fields say what they lack
 * @param addRow OID of the item group that gets a further row
 */
record FormTyped(Optional<FormSave> save, boolean checked, Optional<String> addRow, Optional<String> dayError) {
    static final FormTyped NOTHING = new FormTyped(Optional.empty(), false, Optional.empty(), Optional.empty());

    static FormTyped row(Optional<String> group) {
        return new FormTyped(Optional.empty(), false, group, Optional.empty());
    }

    static FormTyped refused(FormSave save, Optional<String> dayError) {
        return new FormTyped(Optional.of(save), true, Optional.empty(), dayError);
    }

    /** What was typed and not saved earlier. */
    static FormTyped draft(FormSave save, Optional<String> addRow) {
        return new FormTyped(Optional.of(save), false, addRow, Optional.empty());
    }

    static FormTyped withRow(FormSave save, String group) {
        return new FormTyped(Optional.of(save), false, Optional.of(group), Optional.empty());
    }

    Optional<FieldInput> at(String group, String key, String item) {
        return save.flatMap(typed -> typed.at(group, key, item));
    }
}

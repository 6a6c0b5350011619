package org.indelible.trial;

import java.util.List;
import java.util.Optional;

/**
 * A form as a case report form is printed and annotated: what is asked, how it is answered, and what it is called.
 *
 * @param visits names of the visits at which it is collected
 */
record AnnotatedForm(String oid, String name, String help, boolean repeating, List<String> visits, List<Group> groups) {

    /** @param condition when the group is left out, in words */
    record Group(
            String oid,
            String name,
            boolean repeating,
            boolean mandatory,
            Optional<String> condition,
            List<Item> items) {}

    /**
     * @param type data type with its length
     * @param answers codes with their labels; empty where the answer is typed
     * @param units symbols
     * @param condition when the item is left out, in words
     * @param derivation how it is computed, where it is
     * @param checks in words, hard ones first
     * @param flags keys of {@code crf.flag.<key>}
     */
    record Item(
            String oid,
            String name,
            String question,
            String instructions,
            boolean mandatory,
            String type,
            List<Answer> answers,
            List<String> units,
            Optional<String> condition,
            Optional<String> derivation,
            List<String> checks,
            Optional<String> variable,
            List<String> flags) {}

    /** One permitted value. */
    record Answer(String code, String label) {}
}

package org.indelible.anchoring.disclosure;

import java.util.Optional;
import java.util.function.Function;

/**
 * A field that a reader may or may not see. Whoever decides on or folds events handles all three cases: a history stays readable
 * whatever has been erased from it or is withheld from this reader.
 */
public sealed interface Disclosable<T> permits Present, Erased, Withheld {

    DisclosureClass disclosureClass();

    /** The value, where this reader has it. */
    Optional<T> present();

    /**
     * The digest that stands for this field in the signed entry; absent in an event that has not been stored. With the entry's hash it
     * cites a value without copying it.
     */
    Optional<String> digest();

    /** The same field with its value, where present, replaced. */
    <R> Disclosable<R> map(Function<? super T, ? extends R> mapper);

    static <T> Disclosable<T> of(T value, DisclosureClass disclosureClass) {
        return new Present<>(value, disclosureClass);
    }
}

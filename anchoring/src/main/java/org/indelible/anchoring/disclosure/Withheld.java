package org.indelible.anchoring.disclosure;

import java.util.Optional;
import java.util.function.Function;

/** A field whose value is not shown to this reader; it exists elsewhere. */
public record Withheld<T>(DisclosureClass disclosureClass, Optional<String> digest) implements Disclosable<T> {

    public Withheld(DisclosureClass disclosureClass, String digest) {
        this(disclosureClass, Optional.of(digest));
    }

    @Override
    public Optional<T> present() {
        return Optional.empty();
    }

    @Override
    public <R> Withheld<R> map(Function<? super T, ? extends R> mapper) {
        return new Withheld<>(disclosureClass, digest);
    }
}

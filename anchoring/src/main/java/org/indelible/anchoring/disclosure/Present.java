package org.indelible.anchoring.disclosure;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A field whose value is known. Equality is that of value and class: an event equals itself before and after it was stored, although
 * only the stored one knows its digest.
 */
public record Present<T>(T value, DisclosureClass disclosureClass, Optional<String> digest) implements Disclosable<T> {

    public Present(T value, DisclosureClass disclosureClass) {
        this(value, disclosureClass, Optional.empty());
    }

    @Override
    public Optional<T> present() {
        return Optional.of(value);
    }

    @Override
    public <R> Present<R> map(Function<? super T, ? extends R> mapper) {
        return new Present<>(mapper.apply(value), disclosureClass, digest);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Present<?> that && disclosureClass == that.disclosureClass && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(value, disclosureClass);
    }
}

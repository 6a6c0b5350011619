package org.indelible.anchoring.disclosure;

import java.util.Optional;
import java.util.function.Function;

/** A field whose value is gone for good: its key or its bytes have been destroyed. */
public record Erased<T>(DisclosureClass disclosureClass, Optional<String> digest) implements Disclosable<T> {

    public Erased(DisclosureClass disclosureClass, String digest) {
        this(disclosureClass, Optional.of(digest));
    }

    @Override
    public Optional<T> present() {
        return Optional.empty();
    }

    @Override
    public <R> Erased<R> map(Function<? super T, ? extends R> mapper) {
        return new Erased<>(disclosureClass, digest);
    }
}

package org.indelible.anchoring.entry;

/** What a reader holds for a digest: the encoded disclosure, or the fact that it was erased or is withheld. */
public sealed interface DisclosureState {
    record Disclosed(String encoded) implements DisclosureState {}

    record Erased() implements DisclosureState {}

    record Withheld() implements DisclosureState {}
}

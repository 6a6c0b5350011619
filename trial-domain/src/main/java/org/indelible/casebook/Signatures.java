package org.indelible.casebook;

import java.util.ArrayList;
import java.util.List;
import org.indelible.casebook.ReviewEvent.FormOpened;
import org.indelible.shared.AccountId;
import org.indelible.shared.SignatureMeaning;

/** The signatures of a casebook, and what signers had before them. A signature goes stale when clinical data in its scope change, are inactivated or come late; it never goes away (R37). */
public record Signatures(List<Signature> all, Openings openings) {
    static final Signatures NONE = new Signatures(List.of(), Openings.NONE);

    /** @param seq number of the event that holds it */
    public record Signature(long seq, SignatureScope scope, SignatureMeaning meaning, AccountId signer, boolean stale) {
        Signature gone() {
            return new Signature(seq, scope, meaning, signer, true);
        }
    }

    public boolean currentFor(FormRef form) {
        return all.stream()
                .anyMatch(signature -> !signature.stale() && signature.scope().covers(form));
    }

    /** Whether the form was ever signed. */
    public boolean everFor(FormRef form) {
        return all.stream().anyMatch(signature -> signature.scope().covers(form));
    }

    Signatures signed(SigningEvent event, long seq) {
        List<Signature> more = new ArrayList<>(all);
        more.add(new Signature(
                seq,
                event.scope(),
                event.signature().meaning(),
                event.signature().authentication().account(),
                false));
        return new Signatures(List.copyOf(more), openings);
    }

    Signatures changed(FormRef form) {
        return currentFor(form)
                ? new Signatures(
                        all.stream()
                                .map(signature -> signature.scope().covers(form) ? signature.gone() : signature)
                                .toList(),
                        openings)
                : this;
    }

    Signatures opened(FormOpened event) {
        return new Signatures(all, openings.opened(event));
    }
}

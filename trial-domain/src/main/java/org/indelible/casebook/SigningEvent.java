package org.indelible.casebook;

import java.util.List;
import org.indelible.eventstore.EventType;
import org.indelible.eventstore.InClear;
import org.indelible.shared.SignatureRecord;

/** Signatures. That one has gone stale is no event of its own: it follows from the change that made it so. */
public sealed interface SigningEvent extends CasebookEvent {

    SignatureScope scope();

    SignatureRecord signature();

    @EventType(name = "form-signed")
    record FormSigned(
            @InClear FormRef form,
            @InClear SignatureRecord signature,
            @InClear Version seen,
            @InClear List<ShownEntry> shown)
            implements SigningEvent {
        @Override
        public SignatureScope scope() {
            return SignatureScope.of(form);
        }
    }

    @EventType(name = "visit-signed")
    record VisitSigned(
            @InClear VisitRef visit,
            @InClear SignatureRecord signature,
            @InClear Version seen,
            @InClear List<ShownEntry> shown)
            implements SigningEvent {
        @Override
        public SignatureScope scope() {
            return SignatureScope.of(visit);
        }
    }

    @EventType(name = "casebook-signed")
    record CasebookSigned(
            @InClear SignatureRecord signature,
            @InClear Version seen,
            @InClear List<ShownEntry> shown) implements SigningEvent {
        @Override
        public SignatureScope scope() {
            return SignatureScope.wholeCasebook();
        }
    }
}

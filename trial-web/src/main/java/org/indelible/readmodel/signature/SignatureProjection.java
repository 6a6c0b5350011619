package org.indelible.readmodel.signature;

import static org.indelible.readmodel.projection.VersionedTable.table;

import java.time.ZoneOffset;
import org.indelible.casebook.SignatureScope;
import org.indelible.casebook.SigningEvent;
import org.indelible.readmodel.projection.Changes;
import org.indelible.readmodel.projection.LoggedEvent;
import org.indelible.readmodel.projection.Projection;
import org.indelible.readmodel.projection.VersionedTable;

/** Signatures. Whether one still holds follows from the changes of forms in its scope, so it is asked when shown. */
public final class SignatureProjection implements Projection {
    private static final VersionedTable SIGNATURE = table("signature")
            .key("trial", "participant")
            .columns("event", "event_key", "form", "form_key", "meaning", "name_digest", "signed_at");

    @Override
    public void project(LoggedEvent logged, Changes changes) {
        if (logged.event() instanceof SigningEvent event) {
            SignatureScope scope = event.scope();
            changes.open(
                    SIGNATURE,
                    logged.ledger(),
                    logged.participantKey(),
                    scope.visit().map(visit -> visit.eventOid()).orElse(null),
                    scope.visit().map(visit -> visit.eventKey().value()).orElse(null),
                    scope.form().map(form -> form.formOid()).orElse(null),
                    scope.form().map(form -> form.formKey().value()).orElse(null),
                    event.signature().meaning().name(),
                    event.signature().printedName().digest().orElse(null),
                    event.signature().authentication().at().atOffset(ZoneOffset.UTC));
        }
    }
}

package org.indelible.authors;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.indelible.authority.Actor;
import org.indelible.authority.ImportMandate;
import org.indelible.authority.ImportMandates;
import org.indelible.shared.AccountId;
import org.indelible.shared.SignInId;
import org.springframework.stereotype.Component;

/** Imports as authors: each has a key of its own for as long as it runs, and acts under the mandate it was started with. */
@Component
public class ImportAuthors implements ImportMandates {
    private static final AccountId NAME = new AccountId("import");

    private final SystemAuthors systems;
    private final Map<SignInId, ImportMandate> mandates = new ConcurrentHashMap<>();

    ImportAuthors(SystemAuthors systems) {
        this.systems = systems;
    }

    @Override
    public Optional<ImportMandate> find(SignInId signIn) {
        return Optional.ofNullable(mandates.get(signIn));
    }

    public Actor begin(ImportMandate mandate) {
        SignInId signIn = new SignInId(UUID.randomUUID().toString());
        Actor actor = systems.certify(NAME, "brings in data of other systems", signIn);
        mandates.put(signIn, mandate);
        return actor;
    }

    public void end(Actor actor) {
        mandates.remove(actor.signIn());
        systems.retire(actor);
    }
}

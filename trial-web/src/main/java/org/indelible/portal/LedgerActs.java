package org.indelible.portal;

import java.util.Optional;
import org.indelible.anchoring.ledger.AppendedEntry;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.ledger.StoredEntry;
import org.indelible.commands.Acting;
import org.indelible.commands.Commands;
import org.indelible.security.SignedInPerson;
import org.springframework.stereotype.Component;

/** {@link Acts} by way of {@link Commands}. */
@Component
class LedgerActs implements Acts {
    private final Commands commands;
    private final LedgerStore ledgers;

    LedgerActs(Commands commands, LedgerStore ledgers) {
        this.commands = commands;
        this.ledgers = ledgers;
    }

    @Override
    public Optional<Done> perform(SignedInPerson person, Object command) {
        return commands.sendAndShow(command, Acting.onPage(person.actor())).entries().stream()
                .findFirst()
                .map(this::done);
    }

    private Done done(AppendedEntry appended) {
        StoredEntry entry =
                ledgers.entry(appended.ledger(), appended.leafIndex()).orElseThrow();
        return new Done(entry.ledger(), entry.leafIndex(), entry.iat());
    }
}

package org.indelible.account;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.indelible.account.AccountEvent.PasskeyRegistered;
import org.indelible.account.AccountEvent.PasskeyRemoved;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.security.PasskeyDirectory;
import org.indelible.shared.AccountId;
import org.indelible.shared.EntryHash;
import org.indelible.shared.StreamId;
import org.indelible.wiring.RecordedAuthority;
import org.springframework.stereotype.Component;

/** Passkeys as the account's stream tells. */
@Component
class EventSourcedPasskeys implements PasskeyDirectory {
    private record Registered(RegisteredPasskey passkey, String event, Instant at) {}

    private final RecordedAuthority authority;
    private final EventStore events;
    private final LedgerStore ledgers;

    EventSourcedPasskeys(RecordedAuthority authority, EventStore events, LedgerStore ledgers) {
        this.authority = authority;
        this.events = events;
        this.ledgers = ledgers;
    }

    @Override
    public List<Known> of(AccountId account) {
        boolean none = !(authority.accountNow(account) instanceof AccountState.Known known)
                || known.credentials().passkeys().isEmpty();
        return none ? List.of() : read(account);
    }

    private List<Known> read(AccountId account) {
        Map<String, Registered> registered = new LinkedHashMap<>();
        events.readEvents(StreamId.of(account).toString()).asStream().forEach(message -> {
            if (message.getPayload() instanceof PasskeyRegistered event) {
                registered.put(
                        event.passkey().credential(),
                        new Registered(event.passkey(), message.getIdentifier(), message.getTimestamp()));
            } else if (message.getPayload() instanceof PasskeyRemoved event) {
                registered.remove(event.credential());
            }
        });
        return registered.values().stream()
                .map(one -> new Known(
                        one.passkey().passkey(),
                        new EntryHash(
                                ledgers.entryByJti(one.event()).orElseThrow().entryHash()),
                        one.at()))
                .toList();
    }
}

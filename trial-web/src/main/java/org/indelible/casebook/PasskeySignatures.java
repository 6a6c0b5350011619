package org.indelible.casebook;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.indelible.anchoring.blob.BlobStore;
import org.indelible.anchoring.json.FixedJson;
import org.indelible.anchoring.passkey.Challenges;
import org.indelible.eventstore.RegistrySerializer;
import org.indelible.security.PasskeyDirectory;
import org.indelible.security.RelyingParty;
import org.indelible.security.SignedInPerson;
import org.indelible.shared.PasskeyProof;
import org.indelible.shared.StreamId;
import org.indelible.wiring.DomainEvents;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a passkey is asked when its holder signs: the digest of the event as it will be recorded. */
@Component
class PasskeySignatures {
    private final PasskeyDirectory passkeys;
    private final RelyingParty relyingParty;
    private final EventStore events;
    private final BlobStore blobs;
    private final RegistrySerializer serializer = new RegistrySerializer(DomainEvents.registry());

    PasskeySignatures(PasskeyDirectory passkeys, RelyingParty relyingParty, EventStore events, BlobStore blobs) {
        this.passkeys = passkeys;
        this.relyingParty = relyingParty;
        this.events = events;
        this.blobs = blobs;
    }

    /** The person's passkeys that work at the address the request came to. */
    List<PasskeyDirectory.Known> usable(SignedInPerson person, HttpServletRequest request) {
        return relyingParty
                .of(request)
                .map(site -> passkeys.of(person.account()).stream()
                        .filter(known -> known.passkey().relyingParty().equals(site.id()))
                        .toList())
                .orElse(List.of());
    }

    /** Of a command whose authentication names account and sign-in; nothing else of it is looked at. */
    byte[] challenge(SigningCommand command) {
        SigningEvent event = SignatureOffer.of(state(command), command);
        return Challenges.signature(
                StreamId.of(command.casebook()).toString(),
                serializer.registry().nameOf(event.getClass()).name(),
                serializer.serialize(event, ObjectNode.class).getData());
    }

    private CasebookState state(SigningCommand command) {
        CasebookState[] state = {CasebookState.NONE};
        events.readEvents(StreamId.of(command.casebook()).toString())
                .asStream()
                .forEach(message ->
                        state[0] = state[0].evolve((CasebookEvent) message.getPayload(), message.getSequenceNumber()));
        return state[0];
    }

    /** Keeps the passkey's word for good; its address. */
    String keep(PasskeyProof proof) {
        return blobs.put(FixedJson.write(JsonNodeFactory.instance
                .objectNode()
                .put("authenticatorData", proof.authenticatorData())
                .put("clientData", proof.clientData())
                .put("credential", proof.credential())
                .put("registration", proof.registration().value())
                .put("signature", proof.signature())));
    }
}

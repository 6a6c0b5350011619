package org.indelible.erasure;

import java.util.List;
import java.util.Optional;
import org.indelible.anchoring.ledger.DisclosureRef;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.authors.PlatformAuthor;
import org.indelible.commands.Acting;
import org.indelible.commands.Commands;
import org.indelible.commands.Outcome;
import org.indelible.erasure.ErasureCommand.ApproveErasure;
import org.indelible.erasure.ErasureCommand.RecordErasure;
import org.indelible.platform.domain.Erasures;
import org.indelible.readmodel.erasure.ApprovedErasure;
import org.indelible.readmodel.erasure.ErasureQueries;
import org.indelible.readmodel.erasure.ErasureRow;
import org.indelible.shared.EntryHash;
import org.indelible.shared.ParticipantKey;
import org.indelible.shared.TrialId;
import org.springframework.stereotype.Service;

/** Carries out what two persons have agreed on: approval, erasure, and the record that it is done. */
@Service
class ErasureOrders {
    private final Commands commands;
    private final Erasures erasures;
    private final ErasureQueries queries;
    private final LedgerStore ledgers;
    private final PlatformAuthor platform;

    ErasureOrders(
            Commands commands,
            Erasures erasures,
            ErasureQueries queries,
            LedgerStore ledgers,
            PlatformAuthor platform) {
        this.commands = commands;
        this.erasures = erasures;
        this.queries = queries;
        this.ledgers = ledgers;
        this.platform = platform;
    }

    /** Approves in somebody's name; when this returns, the values are gone and pages say so. */
    void approve(TrialId trial, ErasureRow erasure, Acting acting) {
        ErasureSubject subject = new ErasureSubject(trial, erasure.participant().map(ParticipantKey::new));
        Outcome approved = commands.send(new ApproveErasure(subject, new ErasureId(erasure.request())), acting);
        carryOut(new ApprovedErasure(
                trial.value(),
                erasure.request(),
                erasure.participant(),
                erasure.ofIdentity(),
                erasure.entry(),
                erasure.digests(),
                approved.entries().getLast().leafIndex()));
    }

    /** Finishes what was approved and not carried out, as when the process ended in between. */
    void resume() {
        commands.shown(ledgers.headPosition());
        queries.approved().forEach(this::carryOut);
    }

    private void carryOut(ApprovedErasure erasure) {
        String order =
                ledgers.entry(erasure.trial(), erasure.approval()).orElseThrow().entryHash();
        Optional<ParticipantKey> participant = erasure.participant().map(ParticipantKey::new);
        if (erasure.ofIdentity()) {
            erasures.eraseParticipant(
                    order, erasure.trial(), participant.orElseThrow().value());
        } else {
            long entry = erasure.entry().orElseThrow();
            List<DisclosureRef> refs = erasure.digests().stream()
                    .map(digest -> new DisclosureRef(erasure.trial(), entry, digest))
                    .toList();
            erasures.erase(order, erasure.trial(), refs);
        }
        commands.sendAndShow(
                new RecordErasure(
                        new ErasureSubject(new TrialId(erasure.trial()), participant),
                        new ErasureId(erasure.request()),
                        new EntryHash(order)),
                Acting.byApi(platform.actor()));
    }
}

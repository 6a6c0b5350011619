package org.indelible.platform.domain;

import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.indelible.anchoring.keys.KeyVault;
import org.indelible.anchoring.ledger.DisclosureRef;
import org.indelible.anchoring.ledger.Erasure;
import org.indelible.anchoring.ledger.ErasureJournal;
import org.indelible.anchoring.ledger.ErasureLine;
import org.indelible.eventstore.LedgerEventStore;
import org.indelible.platform.IndelibleHome;
import org.indelible.wiring.RecordedAuthority;
import org.springframework.stereotype.Component;

/** Erases disclosures for the whole application: on record, in the key vault, and in what it has read and still remembers. */
@Component
public class Erasures {
    private final Erasure erasure;
    private final LedgerEventStore store;
    private final RecordedAuthority authority;

    private final ErasureJournal journal;

    Erasures(
            DataSource dataSource,
            KeyVault vault,
            IndelibleHome home,
            LedgerEventStore store,
            RecordedAuthority authority) {
        this.journal = new ErasureJournal(home.erasureJournal());
        this.erasure = new Erasure(dataSource, vault, journal);
        this.store = store;
        this.authority = authority;
    }

    /**
     * Erases these disclosures of one ledger.
     *
     * @param order hash of the entry that orders it, of this ledger or {@code platform}
     */
    public void erase(String order, String ledger, Collection<DisclosureRef> refs) {
        erasure.erase(order, ledger, refs);
        forget();
    }

    /** Erases all that identifies a participant of a ledger. */
    public void eraseParticipant(String order, String ledger, String participant) {
        erasure.eraseParticipant(order, ledger, participant);
        forget();
    }

    /**
     * What is there again although it was erased once, after the restore of an older backup. What this database knows to be erased is
     * noted in the journal first, so that every node's journal has it.
     */
    public List<ErasureLine> broughtBack() {
        journal.add(erasure.onRecord());
        return erasure.broughtBack(journal.lines());
    }

    /** @param order hash of the entry of {@code platform} that orders it anew */
    public void eraseAgain(String order, Collection<ErasureLine> lines) {
        erasure.eraseAgain(order, lines);
        forget();
    }

    private void forget() {
        store.forgetAggregates();
        authority.forget();
    }
}

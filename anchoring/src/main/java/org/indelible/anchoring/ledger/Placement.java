package org.indelible.anchoring.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.indelible.anchoring.ledger.BatchHeads.LedgerHead;
import org.indelible.anchoring.primitive.Base64Text;

/** Gives the winners of a batch their places: dense positions over all ledgers, dense leaf indexes in each. */
final class Placement {
    record Placed(PreparedEntry entry, long position, long leafIndex, Instant iatHigh) {}

    private final BatchHeads heads;
    private final Map<String, LedgerHead> next = new LinkedHashMap<>();
    private final List<Placed> placed = new ArrayList<>();

    Placement(BatchHeads heads) {
        this.heads = heads;
    }

    AppendReceipt place(PendingCommand command) {
        long first = nextPosition();
        List<AppendedEntry> appended = new ArrayList<>();
        for (PreparedEntry entry : command.entries()) {
            Placed place = place(entry);
            appended.add(new AppendedEntry(
                    entry.claims().ledger(),
                    place.leafIndex(),
                    place.position(),
                    entry.entryHash(),
                    Base64Text.URL.encode(entry.leafHash())));
        }
        return new AppendReceipt(first, appended);
    }

    private Placed place(PreparedEntry entry) {
        String ledger = entry.claims().ledger();
        Instant iat = entry.claims().iat();
        LedgerHead head = next.computeIfAbsent(ledger, heads::ledger);
        Instant high = iat.isAfter(head.iatHigh()) ? iat : head.iatHigh();
        Placed place = new Placed(entry, nextPosition(), head.size(), high);
        next.put(ledger, new LedgerHead(head.size() + 1, high));
        placed.add(place);
        return place;
    }

    long firstPosition() {
        return heads.firstPosition();
    }

    long nextPosition() {
        return heads.firstPosition() + placed.size();
    }

    List<Placed> placed() {
        return placed;
    }

    /** The ledgers that grow, with their heads before. */
    Map<String, LedgerHead> before() {
        Map<String, LedgerHead> before = new LinkedHashMap<>();
        next.keySet().forEach(ledger -> before.put(ledger, heads.ledger(ledger)));
        return before;
    }

    Map<String, LedgerHead> after() {
        return next;
    }
}

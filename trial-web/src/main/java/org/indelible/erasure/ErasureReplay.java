package org.indelible.erasure;

import java.util.List;
import org.indelible.account.SystemCommand.ReapplyErasures;
import org.indelible.anchoring.ledger.ErasureLine;
import org.indelible.authority.Actor;
import org.indelible.authors.PlatformAuthor;
import org.indelible.commands.Acting;
import org.indelible.commands.Commands;
import org.indelible.platform.domain.Erasures;
import org.indelible.shared.EntryHash;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * What was erased once stays erased: whatever a restored backup has brought back goes again, on the order of a new entry, since the
 * backup need not hold the old one. The journal outside the database says what that is.
 */
@Service
public class ErasureReplay {
    private static final Logger LOG = LoggerFactory.getLogger(ErasureReplay.class);
    /** So that the entry which lists the old orders stays far below its limit. */
    private static final int ORDERS_IN_AN_ENTRY = 200;

    private final Erasures erasures;
    private final Commands commands;
    private final PlatformAuthor platform;

    ErasureReplay(Erasures erasures, Commands commands, PlatformAuthor platform) {
        this.erasures = erasures;
        this.commands = commands;
        this.platform = platform;
    }

    /** @return how many disclosures and keys were there again */
    public int reapply() {
        List<ErasureLine> back = erasures.broughtBack();
        List<String> orders = back.stream().map(ErasureLine::order).distinct().toList();
        for (int from = 0; from < orders.size(); from += ORDERS_IN_AN_ENTRY) {
            List<String> some = orders.subList(from, Math.min(orders.size(), from + ORDERS_IN_AN_ENTRY));
            erasures.eraseAgain(
                    ordered(some),
                    back.stream().filter(line -> some.contains(line.order())).toList());
        }
        if (!back.isEmpty()) {
            LOG.warn(
                    "A restore had brought back what was erased; {} disclosures and keys are erased again",
                    back.size());
        }
        return back.size();
    }

    private String ordered(List<String> orders) {
        Actor actor = platform.actor();
        return commands.send(
                        new ReapplyErasures(
                                actor.account(),
                                orders.stream().map(EntryHash::new).toList()),
                        Acting.byApi(actor))
                .entries()
                .getLast()
                .entryHash();
    }
}

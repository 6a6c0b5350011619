package org.indelible.account;

import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.indelible.authority.Targeted;
import org.indelible.shared.AccountId;
import org.indelible.shared.EntryHash;
import org.indelible.shared.StreamId;

/** What can be asked of a system that authors entries: imports, deadlines, the sign-in service. */
public sealed interface SystemCommand extends Targeted {

    AccountId name();

    @Override
    @TargetAggregateIdentifier
    default StreamId stream() {
        return StreamId.ofSystem(name());
    }

    /** Certifies a fresh key; the first time it makes the system known. */
    record CertifySystemKey(AccountId name, String purpose, AuthorCertificate certificate) implements SystemCommand {}

    /** The watch over the server's clock says that somebody changed it. */
    record RecordClockChange(ClockChange found, Instant expected, Instant said) implements SystemCommand {
        private static final AccountId WATCH = new AccountId("clock");

        @Override
        public AccountId name() {
            return WATCH;
        }
    }

    /**
     * Orders that values be taken out again which a restore brought back.
     *
     * @param orders the entries that once ordered it
     */
    record ReapplyErasures(AccountId name, List<EntryHash> orders) implements SystemCommand {
        public ReapplyErasures {
            orders = List.copyOf(orders);
        }
    }
}

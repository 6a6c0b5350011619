package org.indelible.protocols.clinicaldata;

import java.util.Locale;
import java.util.Optional;
import org.indelible.protocols.odm.Diagnostics;
import org.indelible.protocols.odm.Element;
import org.indelible.protocols.odm.Severity;

/** TransactionType as ODM 1.3.2, 2.9 has it: inherited from the parent, explicit at the top, Insert only in a snapshot. */
final class Transactions {
    private Transactions() {}

    static TransactionType of(
            Element e, Optional<TransactionType> parent, FileHeader.FileType fileType, Diagnostics diagnostics) {
        boolean snapshot = fileType == FileHeader.FileType.SNAPSHOT;
        Optional<String> stated = e.stated("TransactionType");
        if (stated.isEmpty()) {
            return parent.orElseGet(() -> snapshot ? TransactionType.INSERT : unstated(e, diagnostics));
        }
        TransactionType type = switch (stated.get().toLowerCase(Locale.ROOT)) {
            case "insert" -> TransactionType.INSERT;
            case "update" -> TransactionType.UPDATE;
            case "remove" -> TransactionType.REMOVE;
            case "upsert" -> TransactionType.UPSERT;
            case "context" -> TransactionType.CONTEXT;
            default -> unknown(e, stated.get(), diagnostics);
        };
        if (snapshot && type != TransactionType.INSERT) {
            diagnostics.tally(
                    Severity.WARNING,
                    "transaction-in-snapshot",
                    "A snapshot may only insert, but " + e.name() + " says " + stated.get()
                            + "; it was taken at its word",
                    "Set FileType to Transactional.",
                    e.at());
        }
        return type;
    }

    private static TransactionType unstated(Element e, Diagnostics diagnostics) {
        diagnostics.tally(
                Severity.WARNING,
                "missing-transaction-type",
                e.name() + " of a transactional file has no TransactionType; Upsert was assumed",
                "State the TransactionType of the topmost element.",
                e.at());
        return TransactionType.UPSERT;
    }

    private static TransactionType unknown(Element e, String stated, Diagnostics diagnostics) {
        diagnostics.error(
                "unknown-transaction-type",
                "TransactionType '" + stated + "' is not known; nothing will be done with it.",
                "Write Insert, Update, Remove, Upsert or Context.",
                e.at(),
                e.stated("ItemOID").orElse(null));
        return TransactionType.CONTEXT;
    }
}

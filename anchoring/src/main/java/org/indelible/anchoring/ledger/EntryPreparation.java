package org.indelible.anchoring.ledger;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.indelible.anchoring.entry.Disclosure;
import org.indelible.anchoring.keys.KeyVault;

/** What can be done on the command's own thread before the appender's turn: hashing and encryption. */
final class EntryPreparation {
    private final DisclosureCipher cipher;

    EntryPreparation(KeyVault vault) {
        this.cipher = new DisclosureCipher(vault);
    }

    /** Every key used is durable in the vault when this returns. */
    PendingCommand prepare(AppendRequest request) {
        return new PendingCommand(request.entries().stream().map(this::prepare).toList());
    }

    private PreparedEntry prepare(NewEntry entry) {
        Map<Boolean, List<Disclosure>> byErasable = entry.sealed().disclosures().stream()
                .collect(Collectors.partitioningBy(
                        disclosure -> DisclosureCipher.isErasable(disclosure.disclosureClass())));
        return new PreparedEntry(
                entry.claims(),
                entry.sealed(),
                entry.sealed().leafHash(),
                entry.sealed().entryHash(),
                ClearDisclosures.write(byErasable.getOrDefault(false, List.of())),
                byErasable.getOrDefault(true, List.of()).stream()
                        .map(disclosure -> cipher.encrypt(entry.claims(), disclosure))
                        .toList());
    }
}

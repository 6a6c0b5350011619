package org.indelible.authority;

import java.util.Optional;
import java.util.Set;
import org.indelible.shared.AccountId;
import org.indelible.shared.BuildHash;
import org.indelible.shared.DocumentHash;

/**
 * What an import acts under. The actor of each command is the import's own certified key; the originator of each row travels as its source.
 *
 * @param file hash of what is brought in
 * @param startedBy who started the import
 * @param build the study build that the file names, for participants of sites without an activated build
 * @param agreedItems item OIDs of the transfer agreement; empty for other purposes
 */
public record ImportMandate(
        ImportPurpose purpose,
        DocumentHash file,
        AccountId startedBy,
        Role startedAs,
        Optional<BuildHash> build,
        Set<String> agreedItems) {
    public ImportMandate {
        agreedItems = Set.copyOf(agreedItems);
    }
}

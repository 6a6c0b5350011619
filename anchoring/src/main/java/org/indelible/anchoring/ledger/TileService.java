package org.indelible.anchoring.ledger;

import java.util.Optional;

/** Tiles and entry bundles of a ledger (C2SP tlog-tiles). Empty where the ledger has not grown that far. */
public interface TileService {
    /** @param width number of hashes, 256 for a full tile */
    Optional<byte[]> tile(String ledger, int level, long index, int width);

    /** @param width number of entries, 256 for a full bundle */
    Optional<byte[]> entryBundle(String ledger, long index, int width);
}

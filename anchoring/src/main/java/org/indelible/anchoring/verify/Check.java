package org.indelible.anchoring.verify;

/** What is checked. The names are stable: they stand in reports. */
public enum Check {
    /** Header and payload are what an entry may be. */
    FORMAT,
    /** The seal is the author's over these bytes. */
    SEAL,
    /** The author's certificate is of this installation's authority and was valid at the entry's time. */
    CERTIFICATE,
    /** The platform entry cited in {@code auth} certified the author's key, for the account, organisation and role that act. */
    CERTIFICATION,
    /** What passkeys said of keys and signatures holds; and how many seals and signatures rest on it. */
    ATTRIBUTION,
    /** The entry's stream is unbroken: {@code prev} and {@code seq}. */
    STREAM,
    /** Every leaf is at its place: none missing, added, altered or moved. */
    TREE,
    /** The stored leaf and entry hashes are those of the bytes. */
    LEAF_HASH,
    /** The columns beside an entry say what its signed payload says. */
    COLUMNS,
    /** Positions are dense and in order, and the head of each ledger is that of its entries. */
    POSITION,
    /** Disclosures match the signed digests. */
    DISCLOSURE,
    /** Stored tiles are those of the entries. */
    TILE,
    /** Signed checkpoints are those of the entries. */
    CHECKPOINT,
    /** Each trial checkpoint stands in {@code platform}. */
    PLATFORM_INCLUSION,
    /** Nothing less or other is stored than was signed before. */
    HIGH_WATER,
    /** Cited blobs are there, and what they were. */
    BLOB,
    /** An evidence bundle is a file of its kind, whole and undamaged. */
    CONTAINER,
    /** An evidence bundle is as the installation put it together: every file in it is listed under its signature. */
    MANIFEST,
    /** The log is one that the reader trusts. */
    LOG_KEY,
    /** The entry was sealed for the ledger it stands in. */
    LEDGER,
    /** Times of storage do not run backwards. */
    TIME,
    /** The history is the one that an older checkpoint, kept by the reader, commits to. */
    OLDER_CHECKPOINT,
    /** Witnesses have seen the history. */
    WITNESSES,
    /** Time-stamp authorities have seen the history. */
    TIME_STAMP,
    /** Whatever concerns the scope of an evidence bundle is in it. */
    COMPLETENESS,
    /** A check added by the application. */
    ADDED
}

package org.indelible.protocols.clinicaldata;

/** What a transactional file does to a record (ODM 1.3.2, 2.9 Transactions); snapshots insert. */
public enum TransactionType {
    INSERT,
    UPDATE,
    REMOVE,
    UPSERT,
    CONTEXT
}

package org.indelible.anchoring.ledger;

/** One disclosable field of one entry, by lasting names. */
public record DisclosureRef(String ledger, long leafIndex, String digest) {}

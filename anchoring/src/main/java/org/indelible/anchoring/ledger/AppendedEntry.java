package org.indelible.anchoring.ledger;

/**
 * The place an entry was given.
 *
 * @param position order of processing in this database; local to it
 * @param leafIndex place in the ledger's tree; lasting
 * @param entryHash base64url SHA-256 of the compact serialisation
 * @param leafHash RFC 6962 leaf hash, base64url
 */
public record AppendedEntry(String ledger, long leafIndex, long position, String entryHash, String leafHash) {}

package org.indelible.platform.database;

/**
 * How to reach the database, for each of the three purposes that have different rights.
 *
 * @param url of the ledger and the read models
 * @param owner migrates and owns the tables; used during start only
 * @param application what serves requests: may add entries, never change them
 * @param vaultUrl of the key vault: the schema {@code vault}, by default in the same database
 * @param vaultOwner migrates the key vault
 * @param vault reads and destroys keys
 */
record DatabaseAccess(
        String url,
        Credentials owner,
        Credentials application,
        String vaultUrl,
        Credentials vaultOwner,
        Credentials vault) {}

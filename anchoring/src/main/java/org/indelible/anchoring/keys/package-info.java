/**
 * Which keys encrypt erasable disclosures, and how they are destroyed. May use JDBC and BouncyCastle; knows no ledger, so that it can
 * live in a database of its own.
 */
@NullMarked
package org.indelible.anchoring.keys;

import org.jspecify.annotations.NullMarked;

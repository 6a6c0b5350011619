/**
 * When did this exist, at the latest, by the word of a time-stamp authority? RFC 3161 tokens and RFC 4998 evidence records: made into
 * requests, read and checked, without any network. Uses BouncyCastle and the JDK.
 */
@NullMarked
package org.indelible.anchoring.timestamp;

import org.jspecify.annotations.NullMarked;

package org.indelible.portal;

import java.io.Serializable;
import java.time.Instant;

/** What a page says after something was recorded: the entry by its leaf index, as everywhere. */
public record Done(String ledger, long entry, Instant at) implements Serializable {}

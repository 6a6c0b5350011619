package org.indelible.authority;

import java.time.Instant;
import java.util.Optional;
import org.indelible.shared.SiteKey;
import org.indelible.shared.StreamId;

/**
 * Which authority is asked for.
 *
 * @param site as the command names it; absent: the site of the participant whose casebook it is for
 */
public record AuthorityRequest(Actor actor, StreamId target, Optional<SiteKey> site, Instant at) {}

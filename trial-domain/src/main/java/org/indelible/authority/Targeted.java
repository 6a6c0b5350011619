package org.indelible.authority;

import java.util.Optional;
import org.indelible.shared.SiteKey;
import org.indelible.shared.StreamId;

/** A command, as far as authority looks at it. */
public interface Targeted {

    /** The stream the command is for. */
    StreamId stream();

    /** The site that the command itself names. */
    default Optional<SiteKey> namedSite() {
        return Optional.empty();
    }
}

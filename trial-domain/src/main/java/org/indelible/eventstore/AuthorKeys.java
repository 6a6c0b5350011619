package org.indelible.eventstore;

import java.util.Optional;

/** The author keys of the sign-ins that are open on this node, and of its importers and schedulers. */
@FunctionalInterface
public interface AuthorKeys {
    Optional<CertifiedAuthor> find(String signInId);
}

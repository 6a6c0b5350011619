package org.indelible.portal;

import java.util.Optional;
import org.indelible.security.SignedInPerson;

/** Does what a page asks for, in the name of who is signed in, and waits until pages show it. */
@FunctionalInterface
public interface Acts {
    /**
     * @return empty where the command asked for nothing new
     * @throws org.indelible.shared.DomainRefusal where the rules do not let it through
     */
    Optional<Done> perform(SignedInPerson person, Object command);
}

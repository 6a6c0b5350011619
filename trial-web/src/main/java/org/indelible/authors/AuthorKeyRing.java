package org.indelible.authors;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.indelible.eventstore.AuthorKeys;
import org.indelible.eventstore.CertifiedAuthor;
import org.indelible.security.SignInProof.BoundKey;
import org.indelible.shared.SignInId;
import org.springframework.stereotype.Component;

/** The author keys that this node holds, by sign-in. */
@Component
public class AuthorKeyRing implements AuthorKeys {
    private final Map<String, CertifiedAuthor> authors = new ConcurrentHashMap<>();
    private final Map<String, BoundKey> bound = new ConcurrentHashMap<>();

    @Override
    public Optional<CertifiedAuthor> find(String signInId) {
        return Optional.ofNullable(authors.get(signInId));
    }

    void hold(SignInId signIn, CertifiedAuthor author) {
        authors.put(signIn.value(), author);
    }

    /** Remembers that a passkey agreed to the key of this sign-in. */
    void bind(SignInId signIn, BoundKey key) {
        bound.put(signIn.value(), key);
    }

    Optional<BoundKey> bound(SignInId signIn) {
        return Optional.ofNullable(bound.get(signIn.value()));
    }

    void drop(SignInId signIn) {
        authors.remove(signIn.value());
        bound.remove(signIn.value());
    }
}

package org.indelible.security;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A proven {@link SignedInPerson}, as Spring Security carries it. Holds no credentials. */
public final class SignedInToken extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final SignedInPerson person;

    public SignedInToken(SignedInPerson person) {
        super(List.of(new SimpleGrantedAuthority("ROLE_" + person.role().name())));
        this.person = person;
        setAuthenticated(true);
    }

    @Override
    public SignedInPerson getPrincipal() {
        return person;
    }

    @Override
    public Object getCredentials() {
        return "";
    }
}

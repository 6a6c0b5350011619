package org.indelible.security;

import java.util.Objects;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Lets Spring Security's form use {@link SignIn}. */
@Component
class PasswordSignInProvider implements AuthenticationProvider {
    private final SignIn signIn;

    PasswordSignInProvider(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public Authentication authenticate(Authentication form) {
        return new SignedInToken(signIn.withPassword(form.getName(), Objects.toString(form.getCredentials(), "")));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}

package org.indelible.security;

import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.session.SessionDestroyedEvent;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/** A sign-in ends by the person's wish or with an idle session; either way its author key goes. */
@Component
class SignOut implements LogoutHandler {
    private final SignIn signIn;

    SignOut(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication instanceof SignedInToken signedIn) {
            signIn.ended(signedIn.getPrincipal(), "by-user");
            // The session is invalidated next; it must not be taken for an idle one.
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.removeAttribute(SPRING_SECURITY_CONTEXT_KEY);
            }
        }
    }

    @EventListener
    void sessionEnded(SessionDestroyedEvent event) {
        for (SecurityContext context : event.getSecurityContexts()) {
            if (context.getAuthentication() instanceof SignedInToken signedIn) {
                signIn.ended(signedIn.getPrincipal(), "idle");
            }
        }
    }
}

package org.indelible.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** After a wrong password back to the form; after a right one that does not suffice on to the one-time code, or to the passkey. */
final class PasswordRefused implements AuthenticationFailureHandler {
    private final Clock clock;

    PasswordRefused(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        if (refused instanceof SecondFactorNeeded needed) {
            request.getSession().setAttribute(PendingCode.ATTRIBUTE, PendingCode.of(needed.account(), clock.instant()));
            response.sendRedirect(request.getContextPath() + "/sign-in/code");
        } else if (refused instanceof PasskeyNeeded) {
            response.sendRedirect(request.getContextPath() + "/sign-in?passkey-needed");
        } else {
            response.sendRedirect(request.getContextPath() + "/sign-in?refused");
        }
    }
}

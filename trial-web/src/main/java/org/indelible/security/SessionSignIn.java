package org.indelible.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Begins a session for who signed in by other pages than the password form, as that form does: with another session id, and back to the page asked for. */
@Component
public class SessionSignIn {
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
    private final SavedRequestAwareAuthenticationSuccessHandler done =
            new SavedRequestAwareAuthenticationSuccessHandler();

    public void begin(SignedInPerson person, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        request.changeSessionId();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        SignedInToken token = new SignedInToken(person);
        context.setAuthentication(token);
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        done.onAuthenticationSuccess(request, response, token);
    }
}

package org.indelible.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Refusals of the filters are recorded, and answered where all others are: in the one advice. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {
    /** Stable code of a request for a route that the role may not use. */
    static final String CODE = "role-may-not";

    /** Where pages about refusals of filters are made. */
    static final String PROBLEM_PAGE = "/problem";

    /** Request attribute that holds what was refused. */
    static final String REFUSED_ATTRIBUTE = "org.indelible.security.refused";

    private final HandlerExceptionResolver advice;
    private final ForbiddenAttempts attempts;

    Refusals(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver advice, ForbiddenAttempts attempts) {
        this.advice = advice;
        this.attempts = attempts;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused) {
        advice.resolveException(request, response, null, refused);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException, ServletException {
        Exception answered = refused;
        if (!RouteRules.knows(HttpMethod.valueOf(request.getMethod()), request.getRequestURI())) {
            // Mistyping an address is no attempt at anything.
            answered = new NoResourceFoundException(
                    HttpMethod.valueOf(request.getMethod()), request.getRequestURI(), request.getRequestURI());
        } else if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedInToken signedIn
                && !(refused instanceof CsrfException)) {
            attempts.happened(signedIn.getPrincipal(), act(request), CODE, path(request));
        }
        answer(request, response, answered);
    }

    /** What the firewall does not let in: a path that is not normal, characters that nobody types. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
            throws IOException, ServletException {
        answer(request, response, rejected);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Exception answered)
            throws IOException, ServletException {
        if (path(request).equals("page")) {
            // A page is rendered behind the filters, not by them.
            request.setAttribute(REFUSED_ATTRIBUTE, answered);
            request.getRequestDispatcher(PROBLEM_PAGE).forward(request, response);
        } else {
            advice.resolveException(request, response, null, answered);
        }
    }

    private static String act(HttpServletRequest request) {
        return request.getMethod() + " " + request.getRequestURI();
    }

    private static String path(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/api/") || path.startsWith("/ledgers/") ? "api" : "page";
    }
}

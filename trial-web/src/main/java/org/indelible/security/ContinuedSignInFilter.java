package org.indelible.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** A session that outlived a restart goes on; one whose sign-in has ended elsewhere is over, and whoever comes with it signs in again. */
final class ContinuedSignInFilter extends OncePerRequestFilter {
    private static final List<String> OPEN = List.of("/css/", "/js/", "/webjars/", "/_static/");

    private final SignIn signIn;

    ContinuedSignInFilter(SignIn signIn) {
        this.signIn = signIn;
    }

    /** What everybody may load is not worth asking for. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        return OPEN.stream().anyMatch(path::startsWith);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedInToken signedIn
                && !signIn.goesOn(signedIn.getPrincipal())) {
            SecurityContextHolder.clearContext();
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
        }
        chain.doFilter(request, response);
    }
}

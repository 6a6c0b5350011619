package org.indelible.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Who signed in with a password that an administrator set, and therefore knows, chooses their own before they see or do anything (R34). */
@Component
class FirstPassword implements HandlerInterceptor, WebMvcConfigurer {
    static final String PAGE = "/password";
    private static final String OWN = "own-password";

    private final Passwords passwords;

    FirstPassword(@Lazy Passwords passwords) {
        this.passwords = passwords;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .excludePathPatterns(
                        PAGE,
                        "/sign-in",
                        "/error",
                        Refusals.PROBLEM_PAGE,
                        "/css/**",
                        "/js/**",
                        "/webjars/**",
                        "/_static/**")
                .excludePathPatterns("/api/**", "/ledgers/**", "/actuator/**", "/favicon.svg");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(request.getUserPrincipal() instanceof SignedInToken signedIn)) {
            return true;
        }
        SignedInPerson person = signedIn.getPrincipal();
        if (person.signInId().equals(request.getSession().getAttribute(OWN))) {
            return true;
        }
        if (passwords.isFirst(person.account())) {
            response.sendRedirect(request.getContextPath() + PAGE);
            return false;
        }
        request.getSession().setAttribute(OWN, person.signInId());
        return true;
    }
}

package org.indelible.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Of whom a second factor is demanded and who has none yet sets one up before they see or do anything (R26). */
@Component
class SecondFactorFirst implements HandlerInterceptor, WebMvcConfigurer {
    private static final String PAGE = "/security/codes";
    private static final String SETTLED = "second-factor-settled";

    private final SecondFactorPolicy policy;
    private final OneTimeCodes codes;
    private final PasskeyDirectory passkeys;

    SecondFactorFirst(SecondFactorPolicy policy, @Lazy OneTimeCodes codes, @Lazy PasskeyDirectory passkeys) {
        this.policy = policy;
        this.codes = codes;
        this.passkeys = passkeys;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .excludePathPatterns(
                        "/security/**",
                        FirstPassword.PAGE,
                        "/sign-in",
                        "/sign-in/**",
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
        if (!policy.demandedOf(person)
                || person.signInId().equals(request.getSession().getAttribute(SETTLED))) {
            return true;
        }
        if (!isSettled(person)) {
            response.sendRedirect(request.getContextPath() + PAGE);
            return false;
        }
        request.getSession().setAttribute(SETTLED, person.signInId());
        return true;
    }

    /** Whether there is a second factor at all; that it was proven, the sign-in saw to: with the password alone nobody who has one gets in. */
    boolean isSettled(SignedInPerson person) {
        return codes.isSetUp(person.account()) || !passkeys.of(person.account()).isEmpty();
    }
}

package org.indelible.security;

import static org.springframework.security.config.http.SessionCreationPolicy.STATELESS;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.session.HttpSessionEventPublisher;

/** Two chains over one set of {@link RouteRules}: the API with bearer tokens, everything else with a session. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableWebSecurity
class SecurityConfiguration {
    /** Nothing from elsewhere, nothing inline. Bootstrap draws its small pictures as data: images. */
    static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'");

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, ApiTokens tokens, Refusals refusals) throws Exception {
        return http.securityMatcher("/api/**", "/ledgers/**")
                .sessionManagement(session -> session.sessionCreationPolicy(STATELESS))
                // Nothing is sent by a browser on its own: there is no cookie to abuse.
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .addFilterBefore(new BearerTokenFilter(tokens), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(SecurityConfiguration::byRouteRules)
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .headers(SecurityConfiguration::headers)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain portal(HttpSecurity http, Refusals refusals, SignIn signIn, SignOut signOut, Clock clock)
            throws Exception {
        return http.formLogin(form -> form.loginPage("/sign-in")
                        .defaultSuccessUrl("/", false)
                        .failureHandler(new PasswordRefused(clock)))
                .logout(logout ->
                        logout.logoutUrl("/sign-out").addLogoutHandler(signOut).logoutSuccessUrl("/sign-in?signed-out"))
                .addFilterBefore(new ContinuedSignInFilter(signIn), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(SecurityConfiguration::byRouteRules)
                .exceptionHandling(failures ->
                        failures.authenticationEntryPoint(new SignInNeeded()).accessDeniedHandler(refusals))
                .headers(SecurityConfiguration::headers)
                .build();
    }

    /** Beyond what is strict of itself: no parameter holds NUL, which no text in the log or the database may. */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value == null || value.indexOf('\0') < 0);
        return firewall;
    }

    /** Tells of sessions that end. */
    @Bean
    HttpSessionEventPublisher sessionEvents() {
        return new HttpSessionEventPublisher();
    }

    private static void byRouteRules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        for (RouteRules.Rule rule : RouteRules.ALL) {
            requests.requestMatchers(rule.matcher())
                    .access((authentication, request) -> new AuthorizationDecision(
                            authentication.get() instanceof SignedInToken signedIn
                                    ? rule.permits(signedIn.getPrincipal().role())
                                    : rule.permits(null)));
        }
        requests.anyRequest().denyAll();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions ->
                        permissions.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()"))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN));
    }
}

package org.indelible.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.indelible.PortalTest;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.authority.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route times every role, through the real filters; what is behind them is not run. */
@PortalTest
@Requirement("R21")
class RouteRulesTest {
    @Autowired
    private @Nullable WebApplicationContext context;

    @Autowired
    private @Nullable FilterChainProxy filters;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private @Nullable RequestMappingHandlerMapping mappings;

    @MockitoBean
    private ForbiddenAttempts.@Nullable Recorder recorder;

    /** The people of this test have no account whose sign-in could be found open. */
    @MockitoBean
    private @Nullable SignInListener signIns;

    record Route(HttpMethod method, String pattern) {
        String path() {
            return pattern.replaceAll("\\{\\*?[^/]*}", "1");
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    @Test
    void everyRouteHasARule() {
        assertThat(routes())
                .allSatisfy(route -> assertThat(RouteRules.ALL)
                        .as("%s has no rule in RouteRules", route)
                        .anyMatch(rule -> rule.fits(route.method(), PathContainer.parsePath(route.path()))));
    }

    @Test
    void everyRuleHasARoute() {
        List<RouteRules.Rule> named = RouteRules.ALL.stream()
                .filter(rule -> !rule.pattern().endsWith("/**"))
                .filter(rule -> !FILTERED.contains(rule.pattern()))
                .toList();
        assertThat(named)
                .allSatisfy(rule -> assertThat(routes())
                        .as("%s is a rule for nothing", rule.pattern())
                        .anyMatch(route -> rule.fits(route.method(), PathContainer.parsePath(route.path()))));
    }

    /** Answered by filters, by static files or by the actuator, not by controllers. */
    private static final Set<String> FILTERED =
            Set.of("/sign-in", "/sign-out", "/favicon.svg", "/error", "/actuator/health/readiness");

    @TestFactory
    Stream<DynamicTest> everyRouteTimesEveryRole() {
        List<@Nullable Role> roles = new ArrayList<>(List.of(Role.values()));
        roles.add(null);
        return routes().stream()
                .flatMap(route -> roles.stream()
                        .map(role -> DynamicTest.dynamicTest(route + " as " + (role == null ? "nobody" : role), () -> {
                            boolean permitted = RouteRules.permits(route.method(), route.path(), role);
                            assertThat(passesFilters(route, role)).isEqualTo(permitted);
                        })));
    }

    @Test
    void closesWhatHasNoRule() throws Exception {
        for (String path : List.of(
                "/actuator", "/actuator/health", "/actuator/env", "/nowhere", "/api/v1/nowhere", "/ledgers/x")) {
            assertThat(passesFilters(new Route(HttpMethod.GET, path), Role.ADMINISTRATOR))
                    .as(path)
                    .isFalse();
        }
    }

    @Test
    void recordsWhoTriedWhatButNoMistypedAddress() throws Exception {
        ForbiddenAttempts.Recorder recorder = Objects.requireNonNull(this.recorder);
        Mockito.clearInvocations(recorder);
        passesFilters(new Route(HttpMethod.POST, "/api/v1/trials"), Role.MONITOR);
        passesFilters(new Route(HttpMethod.GET, "/nowhere"), Role.INSPECTOR);
        Mockito.verify(recorder).record(TestPeople.as(Role.MONITOR), "POST /api/v1/trials", Refusals.CODE, "api");
        Mockito.verifyNoMoreInteractions(recorder);
    }

    private List<Route> routes() {
        Map<RequestMappingInfo, ?> methods = Objects.requireNonNull(mappings).getHandlerMethods();
        return methods.keySet().stream()
                .flatMap(info -> info.getPatternValues().stream()
                        .flatMap(pattern ->
                                methodsOf(info).map(method -> new Route(HttpMethod.valueOf(method.name()), pattern))))
                .distinct()
                .filter(route -> !route.pattern().equals("/error"))
                .toList();
    }

    private static Stream<RequestMethod> methodsOf(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty()
                ? Stream.of(RequestMethod.GET, RequestMethod.POST, RequestMethod.PUT, RequestMethod.DELETE)
                : methods.stream();
    }

    private boolean passesFilters(Route route, @Nullable Role role) throws Exception {
        WebApplicationContext web = Objects.requireNonNull(context);
        MockHttpServletRequest request = new MockHttpServletRequest(
                web.getServletContext(), route.method().name(), route.path());
        request.setServletPath(route.path());
        csrf().postProcessRequest(request);
        if (role != null) {
            authentication(new SignedInToken(TestPeople.as(role))).postProcessRequest(request);
        }
        MockFilterChain behind = new MockFilterChain();
        Objects.requireNonNull(filters).doFilter(request, new MockHttpServletResponse(), behind);
        return behind.getRequest() != null;
    }
}

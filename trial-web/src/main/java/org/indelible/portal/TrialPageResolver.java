package org.indelible.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.AsOfResolver;
import org.indelible.readmodel.site.SiteQueries;
import org.indelible.readmodel.site.SiteSummary;
import org.indelible.readmodel.trial.SimulatedClocks;
import org.indelible.readmodel.trial.TrialQueries;
import org.indelible.security.SignedInPerson;
import org.indelible.security.SignedInToken;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.TrialId;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerMapping;

/** Gives controllers the trial in the path as of the point in {@code ?asOf=}, and pages the same as model attribute {@code page}. */
@Component
class TrialPageResolver implements HandlerMethodArgumentResolver {
    private final TrialQueries trials;
    private final SiteQueries sites;
    private final AsOfResolver points;
    private final SimulatedClocks clocks;
    private final Say say;

    TrialPageResolver(TrialQueries trials, SiteQueries sites, AsOfResolver points, SimulatedClocks clocks, Say say) {
        this.trials = trials;
        this.sites = sites;
        this.points = points;
        this.clocks = clocks;
        this.say = say;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == TrialPage.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest servlet = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        TrialPage page = page(servlet);
        if (page.past() && !servlet.getMethod().equals("GET")) {
            throw new DomainRefusal(
                    "past-is-read-only", "This page shows the past.", "Return to now, then do it there.");
        }
        if (container != null) {
            container.addAttribute("page", page);
            container.addAttribute(
                    "trial",
                    new TrialBand(page.id(), page.trial().name(), page.trial().kind(), enacted(page)));
            container.addAttribute("timeControl", Moments.control(page, say));
            if (page.past()) {
                container.addAttribute("past", Moments.banner(page, say));
            }
        }
        return page;
    }

    private Optional<TrialBand.Enacted> enacted(TrialPage page) {
        return clocks.of(page.id())
                .map(clock -> new TrialBand.Enacted(
                        say.day(LocalDate.ofInstant(clock.from(), page.zone())),
                        say.day(LocalDate.ofInstant(clock.to(), page.zone()))));
    }

    private TrialPage page(HttpServletRequest request) {
        String trial = pathVariable(request, "trial");
        SignedInPerson person = person(request);
        TrialId id = trialId(trial);
        if (!person.covers(id)) {
            throw notFound();
        }
        AsOf now = points.now(trial);
        ZoneId zone = zone(now, person);
        AsOf asOf = asOf(trial, Objects.requireNonNullElse(request.getParameter("asOf"), ""), zone);
        return trials.trial(asOf)
                .map(summary ->
                        new TrialPage(summary, asOf, person, Readers.visibility(person), zone, Here.of(request)))
                .orElseThrow(TrialPageResolver::notFound);
    }

    private static SignedInPerson person(HttpServletRequest request) {
        if (request.getUserPrincipal() instanceof SignedInToken token) {
            return token.getPrincipal();
        }
        throw new IllegalStateException("A page of a trial is for people who are signed in");
    }

    private static TrialId trialId(String text) {
        try {
            return new TrialId(text);
        } catch (IllegalArgumentException e) {
            throw notFound();
        }
    }

    /** Whether a trial is not there or not this person's is not told. */
    private static ResponseStatusException notFound() {
        return new ResponseStatusException(
                HttpStatus.NOT_FOUND, "There is no such trial, or it was not yet registered then.");
    }

    private AsOf asOf(String trial, String requested, ZoneId zone) {
        try {
            return points.resolve(trial, LocalMoment.withOffset(requested, zone));
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
        }
    }

    private ZoneId zone(AsOf now, SignedInPerson person) {
        return person.inForce()
                .site()
                .flatMap(site -> sites.sites(now).stream()
                        .filter(summary -> summary.site().equals(site.value()))
                        .findFirst())
                .map(SiteSummary::zone)
                .orElse(ZoneOffset.UTC);
    }

    private static String pathVariable(HttpServletRequest request, String name) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return Optional.ofNullable(variables)
                .map(Map.class::cast)
                .map(map -> (String) map.get(name))
                .orElseThrow(() -> new IllegalStateException("A page of a trial has {" + name + "} in its path"));
    }
}

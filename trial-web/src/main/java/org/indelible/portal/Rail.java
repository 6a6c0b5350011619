package org.indelible.portal;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.indelible.authority.Role;
import org.indelible.security.RouteRules;
import org.springframework.http.HttpMethod;

/** The left rail: what leads to work, for this role only. Which role sees what follows from {@link RouteRules}. */
final class Rail {
    private static final Pattern IN_TRIAL = Pattern.compile("/trials/(?!new(?:/|$))[^/]+(?=/|$)");
    private static final List<RailLink> EVERYWHERE = List.of(
            new RailLink("home", "/", "house", "h"),
            new RailLink("trials", "/trials", "journal-medical", "t"),
            new RailLink("accounts", "/accounts", "people", "a"),
            new RailLink("witnesses", "/platform/witnesses", "eye", "w"));
    private static final List<RailLink> OF_TRIAL = List.of(
            new RailLink("work", "/work", "list-check", "w"),
            new RailLink("participants", "/participants", "people", "p"),
            new RailLink("queries", "/queries", "chat-left-text", "q"),
            new RailLink("verification", "/verification-plan", "check2-square", "y"),
            new RailLink("deviations", "/deviations", "signpost-split", "d"),
            new RailLink("locks", "/locks", "lock", "k"),
            new RailLink("sites", "/sites", "hospital", "s"),
            new RailLink("designs", "/designs", "pencil-square", "b"),
            new RailLink("audit", "/audit", "clock-history", "u"),
            new RailLink("audit-reviews", "/audit-reviews", "binoculars", "i"),
            new RailLink("reports", "/reports", "file-earmark-pdf", "r"),
            new RailLink("ledger", "/ledger", "shield-check", "l"),
            new RailLink("erasures", "/erasures", "eraser", "e"));
    private static final RailLink PLATFORM = new RailLink("platform", "/platform/ledger", "shield-lock", "v");

    private Rail() {}

    static List<RailLink> of(Role role, String requested) {
        return Stream.of(EVERYWHERE.stream(), trial(requested).stream().flatMap(Rail::within), Stream.of(PLATFORM))
                .flatMap(links -> links)
                .filter(link -> role.inTrials() || !link.path().equals("/"))
                .filter(link -> RouteRules.permits(HttpMethod.GET, link.path(), role))
                .toList();
    }

    private static Stream<RailLink> within(String trial) {
        return OF_TRIAL.stream().map(link -> new RailLink(link.key(), trial + link.path(), link.icon(), link.hotKey()));
    }

    /** The path of the trial that the requested page belongs to. */
    private static Optional<String> trial(String requested) {
        Matcher matcher = IN_TRIAL.matcher(requested);
        return matcher.lookingAt() ? Optional.of(matcher.group()) : Optional.empty();
    }
}

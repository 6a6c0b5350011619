package org.indelible.portal;

import java.util.Comparator;
import java.util.List;
import org.indelible.security.RoleGrant;
import org.indelible.security.RouteRules;
import org.indelible.security.SignedInPerson;
import org.springframework.http.HttpMethod;

/**
 * What the layout needs to know of the person at every page.
 *
 * @param here path of the rail entry the page belongs to, or empty
 */
public record Frame(SignedInPerson person, List<RailLink> rail, String here) {
    static Frame of(SignedInPerson person, String requestedPath) {
        List<RailLink> rail = Rail.of(person.role(), requestedPath);
        String here = rail.stream()
                .filter(link -> link.leadsTo(requestedPath))
                .map(RailLink::path)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        return new Frame(person, rail, here);
    }

    /** Whether there is anything for the person's role to search. */
    public boolean searches() {
        return RouteRules.permits(HttpMethod.GET, "/search", person.role());
    }

    /** Grants the person could act in instead. */
    public List<RoleGrant> otherGrants() {
        return person.grants().stream()
                .filter(grant -> !grant.equals(person.inForce()))
                .toList();
    }
}

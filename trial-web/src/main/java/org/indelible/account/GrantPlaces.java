package org.indelible.account;

import java.util.LinkedHashMap;
import java.util.Map;
import org.indelible.portal.Say;
import org.indelible.readmodel.AsOfResolver;
import org.indelible.readmodel.account.RoleGrant;
import org.indelible.readmodel.site.SiteQueries;
import org.indelible.readmodel.site.SiteSummary;
import org.indelible.readmodel.trial.TrialQueries;
import org.indelible.readmodel.trial.TrialSummary;
import org.springframework.stereotype.Component;

/** The places at which a role can be granted, by name. Of a trial an administrator sees its name and the names of its sites, no more (R23). */
@Component
class GrantPlaces {
    private final TrialQueries trials;
    private final SiteQueries sites;
    private final AsOfResolver points;
    private final Say say;

    GrantPlaces(TrialQueries trials, SiteQueries sites, AsOfResolver points, Say say) {
        this.trials = trials;
        this.sites = sites;
        this.points = points;
        this.say = say;
    }

    /** Choices for {@link GrantPlace#parse}, with their words. */
    Map<String, String> all() {
        Map<String, String> places = new LinkedHashMap<>();
        places.put(GrantPlace.EVERYWHERE, say.message("accounts.everywhere"));
        for (TrialSummary trial : trials.trials()) {
            places.put(trial.trial(), say.message("accounts.whole-trial", trial.name()));
            for (SiteSummary site : sites.sites(points.now(trial.trial()))) {
                places.put(
                        trial.trial() + "/" + site.site(),
                        say.message("accounts.at-site", trial.name(), site.site(), site.name()));
            }
        }
        return places;
    }

    /** In words, where a grant holds. */
    static String of(RoleGrant grant, Map<String, String> places) {
        String choice = grant.trial()
                .map(trial -> grant.site().map(site -> trial + "/" + site).orElse(trial))
                .orElse(GrantPlace.EVERYWHERE);
        return places.getOrDefault(choice, choice);
    }
}

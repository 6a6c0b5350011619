package org.indelible.portal;

import java.time.ZoneId;
import java.util.Optional;
import org.indelible.authority.Act;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.Visibility;
import org.indelible.readmodel.trial.TrialSummary;
import org.indelible.security.SignedInPerson;
import org.indelible.shared.TrialId;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What every page of a trial needs to know: which trial, as of when, for whom.
 *
 * @param zone of the reader's site, else UTC
 */
public record TrialPage(
        TrialSummary trial, AsOf asOf, SignedInPerson person, Visibility visibility, ZoneId zone, Here here) {
    public String id() {
        return trial.trial();
    }

    public TrialId trialId() {
        return new TrialId(trial.trial());
    }

    public boolean past() {
        return asOf.past();
    }

    /** Whether the role could do it today; whether this person may, the domain says. */
    public boolean may(Act act) {
        return !past() && act.roles().contains(person.role());
    }

    /** As {@link #may(Act)}, for acts that change nothing, and so are done in the past too. */
    public boolean mayEver(String act) {
        return Act.valueOf(act).roles().contains(person.role());
    }

    /** As {@link #may(Act)}, for templates. */
    public boolean may(String act) {
        return may(Act.valueOf(act));
    }

    /** A path below this trial, as of the same point. */
    public String link(String below) {
        String path = "/trials/" + id() + below;
        return asOf.requested()
                .map(point -> UriComponentsBuilder.fromUriString(path)
                        .queryParam("asOf", "{point}")
                        .build(point)
                        .toString())
                .orElse(path);
    }

    /** The same page one entry earlier or later, within the ledger. */
    public Optional<String> step(long entries) {
        long size = asOf.treeSize() + entries;
        if (size < 1 || size > asOf.currentSize()) {
            return Optional.empty();
        }
        return Optional.of(size == asOf.currentSize() ? here.now() : here.at(size));
    }
}

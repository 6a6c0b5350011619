package org.indelible.portal;

import org.indelible.readmodel.AsOf;

/** The moment a page shows, for the control in the top bar and the banner. */
final class Moments {
    private Moments() {}

    static TimeControl control(TrialPage page, Say say) {
        AsOf asOf = page.asOf();
        return new TimeControl(
                page.here().path(),
                page.here().parameters(),
                1,
                asOf.currentSize(),
                asOf.treeSize(),
                page.past() ? say.message("time.entry-short", say.number(asOf.treeSize())) : say.message("time.now"));
    }

    static PastBanner banner(TrialPage page, Say say) {
        AsOf asOf = page.asOf();
        String when = asOf.lastEntryAt()
                .map(at -> say.time(at, page.zone()) + " (" + page.zone() + ")")
                .orElse("");
        return new PastBanner(
                when, asOf.treeSize(), asOf.currentSize(), page.here().now());
    }
}

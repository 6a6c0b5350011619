package org.indelible.portal;

import java.util.Optional;

/**
 * The trial a page is about, shown in the top bar. A page puts it on its model as {@code trial}.
 *
 * @param kind {@code test}, {@code training} or {@code production}; the first two are shown as a permanent band
 * @param enacted the days whose times are simulated, where the trial's ledger declares some
 */
public record TrialBand(String id, String name, String kind, Optional<Enacted> enacted) {
    /** As people write dates. */
    public record Enacted(String from, String to) {}

    public boolean real() {
        return kind.equals("production");
    }
}

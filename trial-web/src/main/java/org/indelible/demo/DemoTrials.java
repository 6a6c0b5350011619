package org.indelible.demo;

import org.indelible.shared.TrialId;

/** The trials of the demo. Their ids are the same in every installation; what makes their ledgers different is the name of the installation. */
final class DemoTrials {
    /** Enacted over nine months. */
    static final TrialId ENACTED = new TrialId("de300000-0000-4000-8000-000000000301");

    /** Registered and empty, to try things out in. */
    static final TrialId EMPTY = new TrialId("de300000-0000-4000-8000-000000000201");

    private DemoTrials() {}
}

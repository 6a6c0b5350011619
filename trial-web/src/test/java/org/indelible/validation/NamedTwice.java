package org.indelible.validation;

import org.indelible.anchoring.testing.Requirement;

/** No test, but looks like one that names requirements in both ways. */
class NamedTwice {
    @Requirement({"R01", "R02"})
    @Requirement("R03")
    void names() {}
}

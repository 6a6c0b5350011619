package org.indelible.anchoring.verify;

import java.util.List;

/** A check that the application adds to the self-audit, such as holding read-model rows against replayed casebooks. */
@FunctionalInterface
public interface AuditCheck {
    /** Findings of {@link Check#ADDED}; what was not looked at is {@link Outcome#NOT_CHECKED}, not left out. */
    List<Finding> run();
}

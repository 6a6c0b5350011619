package org.indelible.readmodel.participant;

import java.time.LocalDate;
import java.util.Optional;
import org.indelible.readmodel.Provenance;
import org.indelible.readmodel.ShownReason;

/**
 * @param on the day it happened, where that was told
 * @param detail what it was in particular, as a code: why a screening failed, what was withdrawn, which version was consented to
 */
public record Milestone(
        String what,
        Optional<LocalDate> on,
        Optional<String> detail,
        Optional<ShownReason> reason,
        Provenance provenance) {}

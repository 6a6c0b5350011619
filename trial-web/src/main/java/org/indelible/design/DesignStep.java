package org.indelible.design;

import java.time.Instant;
import java.util.Optional;

/**
 * What one step of a draft did.
 *
 * @param did key of {@code design.did.<key>}
 * @param about what it did it to
 */
public record DesignStep(
        int number, Optional<Integer> parent, String author, Instant madeAt, String did, String about) {}

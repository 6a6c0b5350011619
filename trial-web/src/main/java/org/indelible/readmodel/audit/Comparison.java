package org.indelible.readmodel.audit;

import java.util.Optional;

/**
 * What is compared with what.
 *
 * @param from tree size of the earlier point; the later one is that of the reading
 */
public record Comparison(long from, Optional<String> site, Optional<String> participant, Optional<String> form) {}

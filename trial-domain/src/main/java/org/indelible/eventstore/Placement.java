package org.indelible.eventstore;

import java.util.Optional;

/**
 * Where the entries of a stream belong.
 *
 * @param trial the trial concerned
 * @param site key of the site, where the stream is a site's
 * @param participant key of the participant, where the stream is a casebook (claim {@code sub})
 */
public record Placement(String ledger, Optional<String> trial, Optional<String> site, Optional<String> participant) {}

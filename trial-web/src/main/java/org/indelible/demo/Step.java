package org.indelible.demo;

import java.time.Instant;
import java.util.function.Function;

/**
 * One thing that one person does.
 *
 * @param command from what the person sees at that moment
 */
record Step(Instant at, DemoPerson by, Function<Stage, Object> command) {}

/**
 * What does a USDM file say about a study? Reads the schedule, arms, epochs and biomedical concepts of USDM 4.0 into a study build.
 *
 * <p>May use {@code build} and {@code odm} (diagnostics). Every defect is a diagnostic, never an exception.
 */
@NullMarked
package org.indelible.protocols.usdm;

import org.jspecify.annotations.NullMarked;

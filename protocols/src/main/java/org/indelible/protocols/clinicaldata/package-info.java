/**
 * What was collected, by whom and when, in an ODM 1.3 or 2.0 ClinicalData file? Streams one participant at a time.
 *
 * <p>May use {@code odm} (hardened XML, diagnostics). Knows nothing of study builds: whether a value fits is for {@code check}.
 */
@NullMarked
package org.indelible.protocols.clinicaldata;

import org.jspecify.annotations.NullMarked;

/**
 * How does a report stand on its own? As PDF/A-3u (ISO 19005-3), tagged (ISO 14289-1), sealed as PAdES (ETSI EN 319 142-1), with the evidence
 * it was made from attached, so that its reader needs nobody to check it. Made as long work.
 */
@NullMarked
package org.indelible.report;

import org.jspecify.annotations.NullMarked;

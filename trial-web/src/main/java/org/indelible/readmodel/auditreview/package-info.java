/**
 * What in an audit trail deserves a look? Views over what was recorded in a period, with thresholds below which ordinary work stays
 * (EMA 6.2.2; R13). May use {@link org.indelible.readmodel}, trial-domain, protocols and anchoring.
 */
@NullMarked
package org.indelible.readmodel.auditreview;

import org.jspecify.annotations.NullMarked;

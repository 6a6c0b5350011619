/**
 * Is the audit trail looked at, as planned? Pages for plans, the views, reviews with their findings, and the sign-off (R12, R13). Rules are
 * in trial-domain. May use {@code portal}, {@code audit}, {@code platform} and the read models.
 */
@NullMarked
package org.indelible.auditreview;

import org.jspecify.annotations.NullMarked;

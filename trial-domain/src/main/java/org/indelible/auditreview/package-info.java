/**
 * Who reviews the audit trail, how often, by which views, and what came of it? Plans, reviews, findings, follow-up and sign-off, so that
 * a trial can show its last reviews and the plan that set their scope (EMA 6.2.2; R12). May use {@code shared} and {@code authority}.
 */
@NullMarked
package org.indelible.auditreview;

import org.jspecify.annotations.NullMarked;

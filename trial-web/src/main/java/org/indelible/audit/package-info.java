/**
 * Who changed what, when and why? The audit trail of a trial, a site, a participant, a form or a data point: on a page in plain words, and as a
 * file.
 */
@NullMarked
package org.indelible.audit;

import org.jspecify.annotations.NullMarked;

/** Who reviews the audit trail, and what came of it. */
@NullMarked
package org.indelible.auditreview;

import org.jspecify.annotations.NullMarked;

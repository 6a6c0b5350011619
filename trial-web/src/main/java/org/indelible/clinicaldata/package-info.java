/**
 * How are a trial's data given to others in the form that standards demand? ODM 1.3.2 and 2.0 with audit records, signatures and queries, and
 * Dataset-JSON 1.1 with Define-XML 2.1, as of any point, as far as the reader may see them (R08, R43).
 */
@NullMarked
package org.indelible.clinicaldata;

import org.jspecify.annotations.NullMarked;

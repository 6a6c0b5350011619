/** Tests of the data given to others. */
@NullMarked
package org.indelible.clinicaldata;

import org.jspecify.annotations.NullMarked;

/** What a trial lets through and refuses. */
@NullMarked
package org.indelible.trial;

import org.jspecify.annotations.NullMarked;

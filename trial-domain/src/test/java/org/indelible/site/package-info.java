/** What a site lets through and refuses. */
@NullMarked
package org.indelible.site;

import org.jspecify.annotations.NullMarked;

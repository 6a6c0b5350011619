/**
 * What may be done at a trial site, by whom and since when? Approvals, builds, delegations, training. May use {@code shared} and {@code authority}.
 */
@NullMarked
package org.indelible.site;

import org.jspecify.annotations.NullMarked;

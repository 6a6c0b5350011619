/**
 * What surrounds every page? The frame (trial, time, person and role, what can be done today), signing in and out, the home page.
 *
 * <p>Pages of a feature live with the feature. May use {@code org.indelible.security}.
 */
@NullMarked
package org.indelible.portal;

import org.jspecify.annotations.NullMarked;

/**
 * What is the trial as a whole: its kind, versions and state? May use {@code shared} and {@code authority}.
 */
@NullMarked
package org.indelible.trial;

import org.jspecify.annotations.NullMarked;

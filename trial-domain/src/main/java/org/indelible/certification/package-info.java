/**
 * Which certificate authority certifies the installation's authors from now on? One takes the place of another, on record. May use {@code shared} and
 * {@code authority}.
 */
@NullMarked
package org.indelible.certification;

import org.jspecify.annotations.NullMarked;

/**
 * Who is this person or system, and which roles do they hold? May use {@code shared} and {@code authority}.
 */
@NullMarked
package org.indelible.account;

import org.jspecify.annotations.NullMarked;

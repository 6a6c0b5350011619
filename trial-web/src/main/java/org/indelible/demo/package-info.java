/**
 * What does an empty installation show? A trial of kind {@code test}, enacted over nine simulated months through the ordinary commands: every entry is sealed with a key that
 * was certified for the person who acts in it, and no rule is bent for it.
 *
 * <p>May use {@code commands}, {@code authors}, {@code security}'s passwords, protocols and trial-domain. Never writes to the ledger or the read models itself.
 */
@NullMarked
package org.indelible.demo;

import org.jspecify.annotations.NullMarked;

/**
 * What is the log made of here? The parts of anchoring, put together over this installation's database, key vault and keys.
 *
 * <p>May use anchoring and {@code org.indelible.platform}; others meet the parts as beans.
 */
@NullMarked
package org.indelible.platform.log;

import org.jspecify.annotations.NullMarked;

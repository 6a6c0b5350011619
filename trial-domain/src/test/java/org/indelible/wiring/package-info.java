/** Do the domain's events and the event store hold together? */
@NullMarked
package org.indelible.wiring;

import org.jspecify.annotations.NullMarked;

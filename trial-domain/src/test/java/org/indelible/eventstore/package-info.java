/** How do we know that the event store keeps its promises? On a real PostgreSQL, with events of its own and with the domain's. */
@NullMarked
package org.indelible.eventstore;

import org.jspecify.annotations.NullMarked;

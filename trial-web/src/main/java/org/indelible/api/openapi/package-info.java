/** How is the HTTP API described to programs? Read from the handlers themselves and from {@code security.RouteRules}, so that it cannot drift from them. */
@NullMarked
package org.indelible.api.openapi;

import org.jspecify.annotations.NullMarked;

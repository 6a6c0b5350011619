/** Does the description of the HTTP API say what the handlers do? */
@NullMarked
package org.indelible.api.openapi;

import org.jspecify.annotations.NullMarked;

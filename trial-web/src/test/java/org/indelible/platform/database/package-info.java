/** The embedded database against its promises: durable, private, one application at a time, recovered after a kill. */
@NullMarked
package org.indelible.platform.database;

import org.jspecify.annotations.NullMarked;

/** What is told of the installation's own keys. */
@NullMarked
package org.indelible.keys;

import org.jspecify.annotations.NullMarked;

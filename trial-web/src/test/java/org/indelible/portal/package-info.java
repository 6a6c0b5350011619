/** Does a person in front of the portal get done what they came for? */
@NullMarked
package org.indelible.portal;

import org.jspecify.annotations.NullMarked;

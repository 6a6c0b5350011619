/** What would an amendment change, for whom, and who has still to come under it? Counted over the read models as of a point. */
@NullMarked
package org.indelible.readmodel.amendment;

import org.jspecify.annotations.NullMarked;

/** How is a tree served to anybody who wants to follow it? C2SP tlog-tiles. Uses merkle, primitive. */
@NullMarked
package org.indelible.anchoring.tlog;

import org.jspecify.annotations.NullMarked;

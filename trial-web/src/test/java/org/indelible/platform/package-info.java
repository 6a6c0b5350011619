/** What the application stands on: its home, and what it says where that is wanting. */
@NullMarked
package org.indelible.platform;

import org.jspecify.annotations.NullMarked;

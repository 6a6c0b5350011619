@NullMarked
package org.indelible.evidence;

import org.jspecify.annotations.NullMarked;

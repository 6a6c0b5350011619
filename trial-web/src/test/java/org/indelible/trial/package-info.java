@NullMarked
package org.indelible.trial;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.indelible.design;

import org.jspecify.annotations.NullMarked;

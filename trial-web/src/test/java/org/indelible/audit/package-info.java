@NullMarked
package org.indelible.audit;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.indelible.report;

import org.jspecify.annotations.NullMarked;

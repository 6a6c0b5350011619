@NullMarked
package org.indelible.jobs;

import org.jspecify.annotations.NullMarked;

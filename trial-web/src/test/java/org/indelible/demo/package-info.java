@NullMarked
package org.indelible.demo;

import org.jspecify.annotations.NullMarked;

/**
 * How do we call others without depending on them? One bounded, never redirected HTTP request, to where an administrator configured. Uses
 * the JDK.
 */
@NullMarked
package org.indelible.anchoring.outbound;

import org.jspecify.annotations.NullMarked;

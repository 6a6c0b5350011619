/** How does somebody run the verifier who has nothing but a JDK? Uses {@code evidence.verify}. */
@NullMarked
package org.indelible.anchoring.evidence.cli;

import org.jspecify.annotations.NullMarked;

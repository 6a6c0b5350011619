/** Which logs and witnesses are trusted, and how many of them it takes? C2SP tlog-policy. Uses checkpoint, note, primitive. */
@NullMarked
package org.indelible.anchoring.policy;

import org.jspecify.annotations.NullMarked;

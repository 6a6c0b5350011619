/** Which tree does a log commit to, and who has seen it? C2SP tlog-checkpoint, tlog-cosignature. Uses certificate, merkle, note, primitive. */
@NullMarked
package org.indelible.anchoring.checkpoint;

import org.jspecify.annotations.NullMarked;

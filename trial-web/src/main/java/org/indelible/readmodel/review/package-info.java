/** What was opened by signers, and what became of queries, verification, freezing and locking? May use {@link org.indelible.readmodel} and trial-domain. */
@NullMarked
package org.indelible.readmodel.review;

import org.jspecify.annotations.NullMarked;

/** What tests of every module share: naming requirements, finding fixtures, judging a published log. Uses JUnit only. */
@NullMarked
package org.indelible.anchoring.testing;

import org.jspecify.annotations.NullMarked;

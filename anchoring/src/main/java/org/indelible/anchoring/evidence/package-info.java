/**
 * What is an evidence bundle, byte by byte? The format of {@code docs/EVIDENCE-FORMAT.md}: a ZIP without compression whose every byte is determined by what is in it.
 * Uses the formats and {@code primitive} only, so that a verifier needs nothing else.
 */
@NullMarked
package org.indelible.anchoring.evidence;

import org.jspecify.annotations.NullMarked;

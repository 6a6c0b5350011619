/**
 * What does an ODM 1.3 or 2.0 file say about a study, and what is wrong with it? Reads metadata into a study build, or says why not.
 *
 * <p>May use {@code build} and Woodstox. Every defect is a {@link org.indelible.protocols.odm.Diagnostic}, never an exception.
 */
@NullMarked
package org.indelible.protocols.odm;

import org.jspecify.annotations.NullMarked;

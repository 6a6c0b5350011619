/**
 * How is a study, or what was collected in it, given to others? Writes ODM 1.3.2 and 2.0, metadata and clinical data, as a stream, and the
 * Define-XML 2.1 of datasets.
 *
 * <p>May use {@code build}, {@code clinicaldata}, {@code dataset} and Woodstox. What one version of ODM has no place for goes into an Alias, so that
 * reading what was written gives the same definition.
 */
@NullMarked
package org.indelible.protocols.write;

import org.jspecify.annotations.NullMarked;

/**
 * How is a study build made by hand? One edit after another, each a pure function from one content to the next, so that every
 * earlier one can be had back as it was.
 *
 * <p>May use {@code build}. Nothing here is stored or published.
 */
@NullMarked
package org.indelible.protocols.design;

import org.jspecify.annotations.NullMarked;

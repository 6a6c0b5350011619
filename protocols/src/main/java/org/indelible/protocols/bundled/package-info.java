/**
 * Which protocols come with the product? Two of our own writing, as ODM 1.3.2 resources. Uses nothing.
 */
@NullMarked
package org.indelible.protocols.bundled;

import org.jspecify.annotations.NullMarked;

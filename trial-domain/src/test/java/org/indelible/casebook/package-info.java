/** What a casebook lets through and refuses, and that it can be replayed whatever was erased. */
@NullMarked
package org.indelible.casebook;

import org.jspecify.annotations.NullMarked;

/** Is every answer of the API one that a program can act on? */
@org.jspecify.annotations.NullMarked
package org.indelible.api;

/** What does a program read of a trial, and in which shape? May use the queries of {@link org.indelible.readmodel}, and security. */
@NullMarked
package org.indelible.readmodel.api;

import org.jspecify.annotations.NullMarked;

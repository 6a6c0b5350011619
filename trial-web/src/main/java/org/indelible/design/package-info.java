/** How is a study built on screen? Drafts of its definition, their editing, and how they become a study build. May use {@code casebook} for the preview, {@code trial} and {@code portal}. */
@NullMarked
package org.indelible.design;

import org.jspecify.annotations.NullMarked;

/** What an account lets through and refuses. */
@NullMarked
package org.indelible.account;

import org.jspecify.annotations.NullMarked;

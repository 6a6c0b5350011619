/** Who has an account, in which roles? Pages only; rules are in trial-domain. May use {@code portal} and the read models. */
@NullMarked
package org.indelible.account;

import org.jspecify.annotations.NullMarked;

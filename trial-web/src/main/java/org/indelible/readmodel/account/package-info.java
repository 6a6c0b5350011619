/** Who has an account, in which roles, and who came in or was refused? May use {@link org.indelible.readmodel}, trial-domain and anchoring. */
@NullMarked
package org.indelible.readmodel.account;

import org.jspecify.annotations.NullMarked;

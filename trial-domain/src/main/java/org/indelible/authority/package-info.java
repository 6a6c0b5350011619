/**
 * Who may do what, where, on which day? Roles, duties and acts, and the pure evaluation of authority from recorded facts. May use {@code shared}.
 */
@NullMarked
package org.indelible.authority;

import org.jspecify.annotations.NullMarked;

/**
 * Who is there, and which routes are open to them? Sign-in, tokens, the rules of routes, what is told of refusals.
 *
 * <p>What a person may <em>do</em> is decided in trial-domain, by {@code decide} with the evaluated authority; here is decided only
 * what their role may ask for. May use trial-domain and {@code org.indelible.platform}.
 */
@NullMarked
package org.indelible.security;

import org.jspecify.annotations.NullMarked;

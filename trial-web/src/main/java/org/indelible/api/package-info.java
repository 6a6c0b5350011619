/**
 * What do others script against? Tokens, and one way to answer refusals and failures: RFC 9457 problem details to programs, a page to
 * people. Each feature's own calls live with the feature.
 *
 * <p>May use {@code org.indelible.security}, trial-domain and Spring MVC.
 */
@NullMarked
package org.indelible.api;

import org.jspecify.annotations.NullMarked;

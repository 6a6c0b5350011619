/** What is on file at a trial site, and who may do what there? Pages only; rules are in trial-domain. May use {@code portal} and the read models. */
@NullMarked
package org.indelible.site;

import org.jspecify.annotations.NullMarked;

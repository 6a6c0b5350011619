/**
 * Where is the participant, form or item that somebody types the name of? Within what they may see, as of the moment they look at. Names
 * of people are not searched, nor any value.
 */
@NullMarked
package org.indelible.search;

import org.jspecify.annotations.NullMarked;

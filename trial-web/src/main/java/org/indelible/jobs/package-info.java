/**
 * How far is long work, and what did it find? Runs work apart from requests, so that it goes on when the page is left. May use Spring
 * MVC; knows nothing of what the work does.
 */
@NullMarked
package org.indelible.jobs;

import org.jspecify.annotations.NullMarked;

/** Read models on a real PostgreSQL, compared with a fold of the same events that knows nothing of SQL. */
@NullMarked
package org.indelible.readmodel;

import org.jspecify.annotations.NullMarked;

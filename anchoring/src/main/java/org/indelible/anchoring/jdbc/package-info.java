/** How the other packages talk to PostgreSQL: connections, transactions and rows over plain JDBC. Knows no table. */
@NullMarked
package org.indelible.anchoring.jdbc;

import org.jspecify.annotations.NullMarked;

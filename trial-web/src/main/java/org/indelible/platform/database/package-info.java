/**
 * Where does the data rest? An embedded, durable PostgreSQL under INDELIBLE_HOME, or an external one by environment; its roles,
 * its migrations and the connections to it.
 *
 * <p>May use {@code org.indelible.platform}; nothing of the trial. Others meet it only as {@link javax.sql.DataSource} beans.
 */
@NullMarked
package org.indelible.platform.database;

import org.jspecify.annotations.NullMarked;

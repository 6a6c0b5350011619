/**
 * Does an evidence bundle show what it says it shows? Reads a bundle, and nothing else but what its reader brings along. Uses {@code evidence}, the checks of
 * {@code verify} that need no database, and the formats; neither JDBC nor a network.
 */
@NullMarked
package org.indelible.anchoring.evidence.verify;

import org.jspecify.annotations.NullMarked;

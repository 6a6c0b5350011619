package org.indelible.report;

import org.indelible.audit.AuditLine;

/**
 * A casebook at the moment it was locked (R49).
 *
 * @param lock the entry that locked it
 * @param openQueries that waited then
 * @param unsigned forms with data and no signature that held then
 */
record LockState(AuditLine lock, int openQueries, int unsigned) {}

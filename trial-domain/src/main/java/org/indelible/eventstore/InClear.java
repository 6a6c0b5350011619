package org.indelible.eventstore;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A component of an event that stands in the signed payload for anybody to read and can never be erased: ids, OIDs, versions, states, times. On a component whose
 * type is itself a record (or a list or an optional of records) it says that the structure is in clear; the components of that record carry annotations of their own.
 */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface InClear {}

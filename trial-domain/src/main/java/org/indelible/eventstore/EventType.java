package org.indelible.eventstore;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The stable name and revision under which an event is sealed (claims {@code evt} and {@code rev}). The name outlives every Java class name; a change of what is
 * stored needs a new revision and an upcaster, never another meaning of an old one.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EventType {

    /** Lower-case words joined by hyphens, in the past tense; unique over all aggregates. */
    String name();

    int revision() default 1;
}

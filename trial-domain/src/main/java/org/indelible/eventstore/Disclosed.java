package org.indelible.eventstore;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.indelible.anchoring.disclosure.DisclosureClass;

/**
 * A component of an event, of type {@code Disclosable}, whose class is the same in every event of its type. A {@code Disclosable} component without this annotation
 * takes the class that the decision gave it: the study build decides the class of an item.
 */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Disclosed {

    DisclosureClass value();
}

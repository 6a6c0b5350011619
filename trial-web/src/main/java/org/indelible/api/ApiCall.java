package org.indelible.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a call of the HTTP API does, beside what its mapping, parameters and types say already; for {@code /api/openapi.json}. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ApiCall {
    /** In one sentence. */
    String value();

    /** Status of the answer where it succeeds. */
    int status() default 200;

    /** Media types of the request's body where it is no JSON object. */
    String[] takes() default {};

    /** Media types of the answer where it is not plain JSON of the method's type. */
    String[] gives() default {};

    /** Type of the answer where the method's own does not tell. */
    Class<?> type() default void.class;

    /** Codes of refusals that are this call's own, by their status: {@code 422 metadata-refused}. */
    String[] refusals() default {};
}

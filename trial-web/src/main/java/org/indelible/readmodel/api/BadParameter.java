package org.indelible.readmodel.api;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A parameter that means nothing, as a problem detail (RFC 9457) with a stable code. */
public final class BadParameter {
    private BadParameter() {}

    public static ErrorResponseException of(HttpStatus status, String code, @Nullable String message) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, Objects.requireNonNullElse(message, code));
        problem.setProperty("code", code);
        return new ErrorResponseException(status, problem, null);
    }
}

package org.indelible.api;

import java.util.Objects;
import org.indelible.shared.DomainRefusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** What is told of a request that was not fulfilled, to programs as RFC 9457 problem details, to people as a page. */
record Problem(HttpStatus status, String code, String message, String cure) {

    static Problem of(DomainRefusal refusal) {
        return new Problem(
                RefusalStatus.of(refusal),
                refusal.code(),
                Objects.requireNonNullElse(refusal.getMessage(), refusal.code()),
                refusal.cure());
    }

    ProblemDetail detail() {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, message);
        detail.setTitle(status.getReasonPhrase());
        detail.setProperty("code", code);
        if (!cure.isEmpty()) {
            detail.setProperty("cure", cure);
        }
        return detail;
    }
}

package org.indelible.api;

import java.util.Map;
import org.indelible.shared.DomainRefusal;
import org.springframework.http.HttpStatus;

/**
 * The HTTP status of a refusal (RFC 9110 section 15.5), in one place. What somebody has no right to do is 403. By rule, {@code unknown-...} is 404, {@code already-...} and
 * {@code stale-...} are 409; the rest is 422, understood but not let through by the rules of the trial.
 */
final class RefusalStatus {
    private static final Map<String, HttpStatus> BY_CODE = Map.of(
            "authentication-failed", HttpStatus.FORBIDDEN,
            "outside-scope", HttpStatus.FORBIDDEN,
            "data-point-changed", HttpStatus.CONFLICT,
            "one-time-code-needed", HttpStatus.UNAUTHORIZED,
            "invalid-kind", HttpStatus.BAD_REQUEST,
            "invalid-purpose", HttpStatus.BAD_REQUEST,
            "file-too-large", HttpStatus.CONTENT_TOO_LARGE,
            "witness-quorum-missing", HttpStatus.SERVICE_UNAVAILABLE);

    private RefusalStatus() {}

    static HttpStatus of(DomainRefusal refusal) {
        String code = refusal.code();
        if (refusal.isForbidden()) {
            return HttpStatus.FORBIDDEN;
        }
        if (BY_CODE.containsKey(code)) {
            return BY_CODE.get(code);
        }
        if (code.startsWith("unknown-")) {
            return HttpStatus.NOT_FOUND;
        }
        return code.startsWith("already-") || code.startsWith("stale-")
                ? HttpStatus.CONFLICT
                : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}

package org.indelible.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.catalina.connector.ClientAbortException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.indelible.anchoring.ledger.DuplicateJtiException;
import org.indelible.anchoring.ledger.LedgerException;
import org.indelible.anchoring.ledger.StreamConflictException;
import org.indelible.shared.DomainRefusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** The one place where refusals and failures become answers: problem details for the API (RFC 9457), a page for people. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    Object refused(DomainRefusal refusal, HttpServletRequest request) {
        return answer(Problem.of(refusal), request);
    }

    /** The log did not take it. Nobody is told that something is saved which is not. */
    @ExceptionHandler
    Object notRecorded(LedgerException failure, HttpServletRequest request) {
        if (failure instanceof StreamConflictException || failure instanceof DuplicateJtiException) {
            return answer(
                    new Problem(
                            HttpStatus.CONFLICT,
                            "changed-meanwhile",
                            "Somebody else changed this at the same moment. Nothing of yours was saved.",
                            "Load the page again, look at what changed, and repeat what you did."),
                    request);
        }
        LOG.error("The log did not take a command: {}", failure.toString());
        return answer(
                new Problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        failure.code(),
                        Objects.requireNonNullElse(failure.getMessage(), "The log cannot be written."),
                        "Try again in a moment. If it lasts, tell the administrator."),
                request);
    }

    @ExceptionHandler
    Object notSignedIn(AuthenticationException refused, HttpServletRequest request) {
        return answer(
                refused instanceof BadCredentialsException
                        ? new Problem(
                                HttpStatus.UNAUTHORIZED,
                                "sign-in-refused",
                                "User name or password is not right, or the account is locked.",
                                "After five failures an account is locked for 15 minutes.")
                        : new Problem(
                                HttpStatus.UNAUTHORIZED,
                                "sign-in-needed",
                                "This needs a bearer token that is valid.",
                                "Get one by POST /api/v1/token."),
                request);
    }

    @ExceptionHandler
    Object denied(AccessDeniedException refused, HttpServletRequest request) {
        return answer(
                refused instanceof CsrfException
                        ? new Problem(
                                HttpStatus.FORBIDDEN,
                                "form-expired",
                                "The page was open for too long, or the form is not from here. Nothing was saved.",
                                "Go back, load the page again and repeat what you did.")
                        : new Problem(
                                HttpStatus.FORBIDDEN,
                                "role-may-not",
                                "The role you act in may not do this. The attempt was recorded.",
                                "If you hold another role, choose it at the top of the page."),
                request);
    }

    /** The converters' own messages may quote what was sent, so they are not passed on. */
    @ExceptionHandler({HttpMessageNotReadableException.class, MethodArgumentTypeMismatchException.class})
    Object unreadable(Exception unreadable, HttpServletRequest request) {
        return answer(
                new Problem(
                        HttpStatus.BAD_REQUEST,
                        "invalid-request",
                        "The request cannot be read.",
                        "Compare it with the description at /api/openapi.json."),
                request);
    }

    /** Characters that nobody types, such as NUL. */
    @ExceptionHandler
    Object rejected(RequestRejectedException rejected, HttpServletRequest request) {
        return answer(
                new Problem(
                        HttpStatus.BAD_REQUEST,
                        "invalid-request",
                        "The address or a parameter has characters or a form that are not accepted.",
                        "Compare the address with the link you have, or with the description at /api/openapi.json."),
                request);
    }

    /** An attachment that is none: no boundary, cut short, or larger than anything accepted. */
    @ExceptionHandler
    Object notMultipart(MultipartException broken, HttpServletRequest request) {
        return broken instanceof ErrorResponse known ? answer(request(known), request) : unreadable(broken, request);
    }

    @ExceptionHandler
    @Nullable
    Object failed(Exception failure, HttpServletRequest request) {
        if (gone(failure)) {
            LOG.debug("The client closed the connection: {}", failure.getMessage());
            return null;
        }
        if (failure instanceof CommandExecutionException wrapped
                && wrapped.getCause() instanceof DomainRefusal refusal) {
            return refused(refusal, request);
        }
        if (failure instanceof ErrorResponse known) {
            return answer(request(known), request);
        }
        Optional<Problem> storage = StorageTrouble.in(failure);
        if (storage.isPresent()) {
            LOG.error("The database cannot do its work: {}", failure.toString());
            return answer(storage.get(), request);
        }
        String incident = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Unexpected failure, incident {}", incident, failure);
        return answer(
                new Problem(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "unexpected",
                        "Something went wrong here, not with you. The log names it incident " + incident + ".",
                        "Try again. If it happens again, give the administrator the number of the incident."),
                request);
    }

    /** The reader has gone; there is nobody to answer. */
    private static boolean gone(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause ->
                        cause instanceof AsyncRequestNotUsableException || cause instanceof ClientAbortException);
    }

    /** Spring's own refusals of a request: wrong method, media type, missing or unreadable parameters. */
    private static Problem request(ErrorResponse known) {
        ProblemDetail body = known.getBody();
        HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
        Object code = body.getProperties() == null ? null : body.getProperties().get("code");
        String fallback = switch (status) {
            case NOT_FOUND -> "not-found";
            case METHOD_NOT_ALLOWED -> "method-not-allowed";
            case CONTENT_TOO_LARGE -> "too-large";
            case UNSUPPORTED_MEDIA_TYPE, NOT_ACCEPTABLE -> "media-type-not-supported";
            default -> "invalid-request";
        };
        String message = known instanceof NoResourceFoundException
                ? "There is nothing at this address."
                : body.getDetail() == null ? status.getReasonPhrase() : body.getDetail();
        return new Problem(status, code == null ? fallback : code.toString(), message, cure(status));
    }

    private static String cure(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND ->
                "Compare the address with the link you have. What it names may also lie beyond what your role sees.";
            case CONTENT_TOO_LARGE -> "Send it in smaller parts.";
            default -> "Go back, look at what was asked for, and try again.";
        };
    }

    private static Object answer(Problem problem, HttpServletRequest request) {
        if (forProgram(request)) {
            return ResponseEntity.status(problem.status())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem.detail());
        }
        return new ModelAndView("error/problem", Map.of("problem", problem), problem.status());
    }

    private static boolean forProgram(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith("/api/") || path.startsWith("/ledgers/") || path.startsWith("/actuator/");
    }
}

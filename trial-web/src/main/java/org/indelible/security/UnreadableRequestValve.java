package org.indelible.security;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers what the servlet container refuses by itself, such as an address that is no URI (RFC 3986): RFC 9457 problem details below {@code /api}, else a page. Names
 * neither the server nor what it stumbled over.
 */
final class UnreadableRequestValve extends ErrorReportValve {
    private static final String TEMPLATE = "error/unreadable";
    private static final String MESSAGE = "This request cannot be read.";
    private static final String CURE = "Check its address and its headers.";

    private final ITemplateEngine templates;
    private final JsonMapper json;

    UnreadableRequestValve(ITemplateEngine templates, JsonMapper json) {
        this.templates = templates;
        this.json = json;
        setShowReport(false);
        setShowServerInfo(false);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < HttpStatus.BAD_REQUEST.value()
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        boolean ofApi = Optional.ofNullable(request.getRequestURI())
                .filter(address -> address.startsWith("/api/"))
                .isPresent();
        try {
            send(response, ofApi, ofApi ? problem(status) : page(status));
        } catch (IOException gone) {
            container.getLogger().debug("the client did not wait for the answer", gone);
        }
    }

    private String problem(int status) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put(
                "title",
                Optional.ofNullable(HttpStatus.resolve(status))
                        .map(HttpStatus::getReasonPhrase)
                        .orElse(""));
        problem.put("status", status);
        problem.put("detail", MESSAGE);
        problem.put("code", "invalid-request");
        problem.put("cure", CURE);
        return json.writeValueAsString(problem);
    }

    private String page(int status) {
        return templates.process(TEMPLATE, new Context(Locale.ENGLISH, Map.of("status", status)));
    }

    private static void send(Response response, boolean ofApi, String body) throws IOException {
        response.setContentType(ofApi ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Content-Security-Policy", SecurityConfiguration.CONTENT_SECURITY_POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        Writer writer = response.getReporter();
        if (writer != null) {
            writer.write(body);
            response.finishResponse();
        }
    }
}

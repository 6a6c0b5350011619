package org.indelible.api.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.indelible.api.ApiCall;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.info.BuildProperties;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** {@code GET /api/openapi.json}: the HTTP API as an OpenAPI 3.1.1 document, made from the handlers that answer it and the rules that guard it. */
@RestController
class OpenApiController {
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final String version;

    OpenApiController(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings,
            ObjectProvider<BuildProperties> build) {
        this.mappings = mappings;
        BuildProperties built = build.getIfAvailable();
        this.version = built == null ? "development" : String.valueOf(built.getVersion());
    }

    @ApiCall("This description.")
    @GetMapping("/api/openapi.json")
    Map<String, Object> document() {
        TypeSchemas schemas = new TypeSchemas();
        Map<String, Map<String, Object>> paths = paths(schemas);
        Map<String, Object> named = new TreeMap<>(schemas.named());
        named.put("Problem", PROBLEM);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.1");
        document.put(
                "info",
                Map.of(
                        "title",
                        "Indelible",
                        "version",
                        version,
                        "description",
                        "Clinical-trial records nobody can quietly change. asOf is a tree size of the trial's ledger"
                                + " or an ISO 8601 instant. Errors are RFC 9457 problem details with a stable code.",
                        "license",
                        Map.of("name", "Apache-2.0", "identifier", "Apache-2.0")));
        document.put("servers", List.of(Map.of("url", "/")));
        document.put("paths", paths);
        document.put(
                "components",
                Map.of(
                        "schemas",
                        named,
                        "securitySchemes",
                        Map.of(
                                "bearer",
                                Map.of(
                                        "type", "http",
                                        "scheme", "bearer",
                                        "description", "From POST /api/v1/token; holds for eight hours."))));
        return document;
    }

    /** Handlers of one call may differ in what they give: their media types stand side by side. */
    private Map<String, Map<HttpMethod, List<HandlerMethod>>> calls() {
        Map<String, Map<HttpMethod, List<HandlerMethod>>> calls = new TreeMap<>();
        mappings.getObject().getHandlerMethods().forEach((mapping, handler) -> {
            for (String pattern : mapping.getPatternValues()) {
                if (pattern.startsWith("/api/") || pattern.startsWith("/ledgers/")) {
                    for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
                        calls.computeIfAbsent(pattern.replace("**", "{path}"), path -> new TreeMap<>())
                                .computeIfAbsent(HttpMethod.valueOf(method.name()), name -> new ArrayList<>())
                                .add(handler);
                    }
                }
            }
        });
        return calls;
    }

    private Map<String, Map<String, Object>> paths(TypeSchemas schemas) {
        Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
        calls().forEach((path, methods) -> {
            Map<String, Object> item = new LinkedHashMap<>();
            methods.forEach((method, handlers) -> item.put(
                    method.name().toLowerCase(Locale.ROOT),
                    new ApiOperation(method, path, handlers, schemas).describe()));
            paths.put(path, item);
        });
        return paths;
    }

    private static final Map<String, Object> PROBLEM = Map.of(
            "type",
            "object",
            "description",
            "RFC 9457 problem details. The code is stable; message and cure are for people.",
            "required",
            List.of("status", "code"),
            "properties",
            Map.of(
                    "type", Map.of("type", "string", "format", "uri-reference"),
                    "title", Map.of("type", "string"),
                    "status", Map.of("type", "integer", "format", "int32"),
                    "detail", Map.of("type", "string"),
                    "instance", Map.of("type", "string", "format", "uri-reference"),
                    "code", Map.of("type", "string", "pattern", "^[a-z0-9-]+$"),
                    "cure", Map.of("type", "string")));
}

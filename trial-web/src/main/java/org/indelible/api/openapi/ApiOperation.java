package org.indelible.api.openapi;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.indelible.api.ApiCall;
import org.indelible.authority.Role;
import org.indelible.security.RouteRules;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;

/** One call, answered by one handler or by several that differ in what they give, as an Operation Object (OpenAPI 3.1.1 section 4.8.10). */
record ApiOperation(HttpMethod method, String path, List<HandlerMethod> handlers, TypeSchemas schemas) {

    private static final Map<String, Object> PROBLEM =
            Map.of("application/problem+json", Map.of("schema", Map.of("$ref", "#/components/schemas/Problem")));

    Map<String, Object> describe() {
        Map<String, Object> operation = new LinkedHashMap<>();
        call().map(ApiCall::value).ifPresent(words -> operation.put("summary", words));
        operation.put(
                "operationId",
                handler().getBeanType().getSimpleName() + "."
                        + handler().getMethod().getName());
        operation.put("parameters", parameters());
        body().ifPresent(body -> operation.put("requestBody", body));
        operation.put("responses", responses());
        Optional<Set<Role>> roles = RouteRules.rolesFor(method, path.replaceAll("\\{[^}]*}", "1"));
        operation.put("security", roles.isEmpty() ? List.of() : List.of(Map.of("bearer", List.of())));
        roles.ifPresent(permitted -> {
            List<String> names = permitted.stream().sorted().map(Enum::name).toList();
            operation.put("x-roles", names);
            operation.put("description", "Permitted for: " + String.join(", ", names) + ".");
        });
        return operation;
    }

    private HandlerMethod handler() {
        return handlers.getFirst();
    }

    private Optional<ApiCall> call() {
        return call(handler());
    }

    private static Optional<ApiCall> call(HandlerMethod handler) {
        return Optional.ofNullable(handler.getMethodAnnotation(ApiCall.class));
    }

    private List<Map<String, Object>> parameters() {
        List<Map<String, Object>> parameters = new ArrayList<>();
        for (MethodParameter parameter : handler().getMethodParameters()) {
            parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            String name = String.valueOf(parameter.getParameterName());
            Type type = parameter.getGenericParameterType();
            if (parameter.hasParameterAnnotation(PathVariable.class)) {
                parameters.add(Map.of("name", name, "in", "path", "required", true, "schema", schemas.of(type)));
            }
            RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
            if (asked != null) {
                boolean required = asked.required()
                        && asked.defaultValue().equals(ValueConstants.DEFAULT_NONE)
                        && parameter.getParameterType() != Optional.class;
                parameters.add(Map.of("name", name, "in", "query", "required", required, "schema", schemas.of(type)));
            }
        }
        if (path.contains("{path}")) {
            parameters.add(Map.of(
                    "name",
                    "path",
                    "in",
                    "path",
                    "required",
                    true,
                    "description",
                    "Of C2SP tlog-tiles, slashes included: <L>/<N>[.p/<W>] or entries/<N>[.p/<W>].",
                    "schema",
                    Map.of("type", "string")));
        }
        return parameters;
    }

    private Optional<Map<String, Object>> body() {
        String[] takes = call().map(ApiCall::takes).orElse(new String[0]);
        if (takes.length > 0) {
            return Optional.of(Map.of("required", true, "content", content(takes, Map.of())));
        }
        return Arrays.stream(handler().getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                .findFirst()
                .map(parameter -> Map.of(
                        "required",
                        true,
                        "content",
                        content(
                                new String[] {MediaType.APPLICATION_JSON_VALUE},
                                schemas.of(parameter.getGenericParameterType()))));
    }

    private Map<String, Object> responses() {
        Map<String, Object> responses = new TreeMap<>();
        int status = call().map(ApiCall::status).orElse(200);
        Map<String, Object> success = new LinkedHashMap<>();
        success.put("description", HttpStatus.valueOf(status).getReasonPhrase());
        if (status != HttpStatus.NO_CONTENT.value()) {
            success.put("content", answer());
        }
        responses.put(Integer.toString(status), success);
        call().stream()
                .flatMap(call -> Arrays.stream(call.refusals()))
                .collect(Collectors.groupingBy(
                        refusal -> refusal.substring(0, 3),
                        Collectors.mapping(refusal -> refusal.substring(4), Collectors.joining(", "))))
                .forEach((refused, codes) -> responses.put(refused, problem("Code: " + codes)));
        if (RouteRules.rolesFor(method, path.replaceAll("\\{[^}]*}", "1")).isPresent()) {
            responses.putIfAbsent("401", problem("Code: sign-in-needed"));
            responses.putIfAbsent(
                    "403", problem("Code: role-may-not, outside-scope, or that of the rule that forbids it; recorded"));
        }
        responses.put("default", problem("Whatever else is refused or goes wrong"));
        return responses;
    }

    private Map<String, Object> answer() {
        Map<String, Object> content = new LinkedHashMap<>();
        handlers.forEach(handler -> content.putAll(answer(handler)));
        return content;
    }

    private Map<String, Object> answer(HandlerMethod handler) {
        Class<?> told = call(handler).<Class<?>>map(ApiCall::type).orElse(void.class);
        Type type = told != void.class ? told : returned(handler);
        String[] gives = call(handler)
                .map(ApiCall::gives)
                .filter(types -> types.length > 0)
                .orElse(new String[] {MediaType.APPLICATION_JSON_VALUE});
        boolean untyped = type == byte[].class || type == void.class;
        return content(gives, untyped ? Map.of() : schemas.of(type));
    }

    private static Type returned(HandlerMethod handler) {
        ResolvableType type = ResolvableType.forMethodReturnType(handler.getMethod());
        return type.resolve() == ResponseEntity.class ? type.getGeneric(0).getType() : type.getType();
    }

    private static Map<String, Object> problem(String description) {
        return Map.of("description", description, "content", PROBLEM);
    }

    private static Map<String, Object> content(String[] mediaTypes, Map<String, Object> schema) {
        Map<String, Object> content = new LinkedHashMap<>();
        for (String mediaType : mediaTypes) {
            content.put(mediaType, schema.isEmpty() ? Map.of() : Map.of("schema", schema));
        }
        return content;
    }
}

package org.indelible.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.web.util.UriComponentsBuilder;

/** The page's own address without its point in time, so that a reader can move in time and stay in place. */
public record Here(String path, Map<String, String> parameters) {
    static Here of(HttpServletRequest request) {
        Map<String, String> parameters = new LinkedHashMap<>();
        // From the address alone: what a form posted is no part of it, and must never end up in one.
        UriComponentsBuilder.newInstance()
                .query(request.getQueryString())
                .build()
                .getQueryParams()
                .forEach((name, values) -> {
                    if (!name.equals("asOf") && !values.isEmpty()) {
                        parameters.put(decoded(name), decoded(Objects.requireNonNullElse(values.getFirst(), "")));
                    }
                });
        return new Here(request.getRequestURI(), parameters);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    public String now() {
        return with(Map.of());
    }

    public String at(long size) {
        return with(Map.of("asOf", Long.toString(size)));
    }

    /** The same address with these parameters set. */
    public String with(Map<String, ?> changes) {
        Map<String, Object> all = new LinkedHashMap<>(parameters);
        all.putAll(changes);
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(path);
        all.keySet().forEach(name -> uri.queryParam(name, "{" + name + "}"));
        return uri.encode().buildAndExpand(all).toUriString();
    }
}

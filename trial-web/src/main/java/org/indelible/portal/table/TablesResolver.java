package org.indelible.portal.table;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers the {@link Tables} of the page that is asked for. */
@Component
public final class TablesResolver implements HandlerMethodArgumentResolver {
    private static final String MEMORY = "org.indelible.portal.table.memory";

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Tables.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest servlet = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        Map<String, String> parameters = new LinkedHashMap<>();
        servlet.getParameterMap().forEach((name, values) -> parameters.put(name, values[0]));
        return new Tables(servlet.getRequestURI(), parameters, memory(servlet.getSession()));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, String>> memory(HttpSession session) {
        if (session.getAttribute(MEMORY) instanceof Map<?, ?> known) {
            return (Map<String, Map<String, String>>) known;
        }
        Map<String, Map<String, String>> memory = new ConcurrentHashMap<>();
        session.setAttribute(MEMORY, memory);
        return memory;
    }
}

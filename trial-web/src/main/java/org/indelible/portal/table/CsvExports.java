package org.indelible.portal.table;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import org.indelible.exports.Exports;
import org.indelible.portal.Say;
import org.indelible.portal.TrialPage;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** Answers {@code ?export=<id>} with that list of the page as a file instead of the page. */
@Component
public final class CsvExports implements HandlerInterceptor {
    private final Say say;

    private final Exports exports;

    CsvExports(Say say, @Lazy Exports exports) {
        this.say = say;
        this.exports = exports;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        String id = request.getParameter(Tables.EXPORT);
        if (page != null && id != null) {
            find(page, id).ifPresent(list -> {
                record(request, page, list);
                page.setView(new CsvView(list, say));
            });
        }
    }

    /** Lists of no trial hold no data of one. */
    private void record(HttpServletRequest request, ModelAndView page, Exportable list) {
        if (page.getModel().get("page") instanceof TrialPage of) {
            String asked = Objects.requireNonNullElse(request.getQueryString(), "");
            exports.record(of.asOf(), Exports.By.onPage(of.person()), "list." + list.id(), "text/csv", asked);
        }
    }

    private static Optional<Exportable> find(ModelAndView page, String id) {
        return page.getModel().values().stream()
                .filter(Exportable.class::isInstance)
                .map(Exportable.class::cast)
                .filter(list -> list.id().equals(id))
                .findFirst();
    }
}

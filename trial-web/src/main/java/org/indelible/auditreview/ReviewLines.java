package org.indelible.auditreview;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.indelible.audit.AuditTrail;
import org.indelible.audit.AuditWords;
import org.indelible.portal.Say;
import org.indelible.portal.TrialPage;
import org.indelible.readmodel.DataPoint.FormPoint;
import org.indelible.readmodel.auditreview.ReviewLine;
import org.indelible.readmodel.site.SiteQueries;
import org.indelible.readmodel.site.SiteSummary;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Tells lines of the views in plain words. */
@Component
class ReviewLines {
    private final AuditTrail trail;
    private final SiteQueries sites;
    private final Say say;

    ReviewLines(AuditTrail trail, SiteQueries sites, Say say) {
        this.trail = trail;
        this.sites = sites;
        this.say = say;
    }

    List<ShownLine> of(TrialPage page, AuditView view, List<ReviewLine> lines) {
        AuditWords words = trail.words(page.asOf());
        words.learn(lines.stream().map(ReviewLine::account).collect(Collectors.toSet()));
        Map<String, ZoneId> zones =
                sites.sites(page.asOf()).stream().collect(Collectors.toMap(SiteSummary::site, SiteSummary::zone));
        return lines.stream()
                .map(line -> new ShownLine(
                        line,
                        place(line, words),
                        link(page, line),
                        words.name(line.account()),
                        says(view, line),
                        line.site().map(zones::get).orElse(page.zone())))
                .toList();
    }

    private String says(AuditView view, ReviewLine line) {
        String what = switch (view) {
            case ODD_HOURS -> say.word("what", line.what());
            case AFTER_SIGN_OR_LOCK -> say.word("review.after", line.what());
            default -> line.what();
        };
        return say.message(
                "review.line." + view,
                line.number(),
                line.of(),
                what,
                line.other().orElse(""));
    }

    private static String place(ReviewLine line, AuditWords words) {
        return Stream.of(
                        line.item().map(words::item),
                        line.form().map(FormPoint::form).map(words::form),
                        line.form()
                                .map(FormPoint::event)
                                .filter(event -> !event.isEmpty())
                                .map(words::event))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }

    private static String link(TrialPage page, ReviewLine line) {
        if (line.participant().isEmpty()) {
            return "";
        }
        String casebook =
                "/participants/" + UriUtils.encodePathSegment(line.participant().get(), StandardCharsets.UTF_8);
        if (line.form().isEmpty()) {
            return page.link(casebook);
        }
        Map<String, String> values = new LinkedHashMap<>();
        FormPoint form = line.form().get();
        values.put("event", form.event());
        values.put("form", form.form());
        form.eventKey().ifPresent(key -> values.put("eventKey", key));
        form.formKey().ifPresent(key -> values.put("formKey", key));
        line.group().ifPresent(group -> values.put("group", group));
        line.groupKey().ifPresent(key -> values.put("groupKey", key));
        line.item().ifPresent(item -> values.put("item", item));
        UriComponentsBuilder uri = UriComponentsBuilder.fromUriString(
                page.link(casebook + (line.item().isPresent() ? "/history" : "/form")));
        values.keySet().forEach(name -> uri.queryParam(name, "{" + name + "}"));
        return uri.encode().buildAndExpand(values).toUriString();
    }
}

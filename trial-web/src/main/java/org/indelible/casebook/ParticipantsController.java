package org.indelible.casebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.indelible.portal.TrialPage;
import org.indelible.portal.table.Export;
import org.indelible.portal.table.PagedList;
import org.indelible.portal.table.Tables;
import org.indelible.readmodel.Slice;
import org.indelible.readmodel.participant.ParticipantFilter;
import org.indelible.readmodel.participant.ParticipantOrder;
import org.indelible.readmodel.participant.ParticipantQueries;
import org.indelible.readmodel.participant.ParticipantRow;
import org.indelible.readmodel.site.SiteQueries;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Participants by visits. The filters stand in the address, so that a list can be sent to somebody. */
@Controller
class ParticipantsController {
    private static final int ROWS = 100;
    private static final List<String> PARAMETERS = List.of("q", "site", "status", "sort", "page");
    private static final List<String> STATUSES = List.of(
            "registered",
            "consented",
            "screening",
            "screen-failed",
            "enrolled",
            "randomised",
            "treatment-discontinued",
            "completed",
            "lost-to-follow-up",
            "consent-withdrawn",
            "withdrawn",
            "died");
    private static final List<String> EXPORTED =
            List.of("participants.participant", "participants.site", "participants.status", "participants.since");

    private final ParticipantQueries participants;
    private final SiteQueries sites;

    ParticipantsController(ParticipantQueries participants, SiteQueries sites) {
        this.participants = participants;
        this.sites = sites;
    }

    @GetMapping("/trials/{trial}/participants")
    String matrix(TrialPage page, Tables tables, Model model) {
        Map<String, String> asked = tables.asked("participants", PARAMETERS);
        ParticipantFilter filter =
                new ParticipantFilter(given(asked, "site"), given(asked, "status"), given(asked, "q"));
        PagedList list = PagedList.of(asked, tables, participants.count(page.asOf(), page.visibility(), filter), ROWS);
        ParticipantOrder order = order(list.sortKey());
        List<ParticipantRow> shown = participants.participants(
                page.asOf(), page.visibility(), filter, order, list.descending(), list.slice());
        model.addAttribute("matrix", participants.matrix(page.asOf(), page.visibility(), shown));
        model.addAttribute("list", list);
        model.addAttribute("filter", filter);
        model.addAttribute("filtered", !filter.equals(ParticipantFilter.none()));
        model.addAttribute("sites", sites.sites(page.asOf()));
        model.addAttribute("statuses", STATUSES);
        model.addAttribute(
                "export", new Export("participants", EXPORTED, () -> exported(page, filter, order, list.descending())));
        return "participants/matrix";
    }

    private Stream<List<String>> exported(
            TrialPage page, ParticipantFilter filter, ParticipantOrder order, boolean descending) {
        List<List<String>> rows = new ArrayList<>();
        for (ParticipantRow row :
                participants.participants(page.asOf(), page.visibility(), filter, order, descending, Slice.all())) {
            rows.add(List.of(
                    row.key(),
                    row.site(),
                    row.status(),
                    row.statusSince().recordedAt().toString()));
        }
        return rows.stream();
    }

    private static ParticipantOrder order(String key) {
        for (ParticipantOrder order : ParticipantOrder.values()) {
            if (order.name().toLowerCase(Locale.ROOT).equals(key)) {
                return order;
            }
        }
        return ParticipantOrder.PARTICIPANT;
    }

    private static Optional<String> given(Map<String, String> asked, String parameter) {
        return Optional.ofNullable(asked.get(parameter)).map(String::strip).filter(text -> !text.isEmpty());
    }
}

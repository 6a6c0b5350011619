package org.indelible.portal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.indelible.portal.table.Export;
import org.indelible.portal.table.PagedList;
import org.indelible.portal.table.Tables;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.AsOfResolver;
import org.indelible.readmodel.Slice;
import org.indelible.readmodel.worklist.WorkItem;
import org.indelible.readmodel.worklist.WorkListQueries;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The whole work list of a trial, page by page; the numbers of the home page lead here. */
@Controller
class WorkController {
    private static final int ROWS = 100;
    private static final List<String> EXPORTED = List.of(
            "work.column.kind",
            "participants.participant",
            "participants.site",
            "work.column.about",
            "work.column.due",
            "work.column.since");

    private final Work work;
    private final WorkListQueries items;
    private final AsOfResolver points;

    WorkController(Work work, WorkListQueries items, AsOfResolver points) {
        this.work = work;
        this.items = items;
        this.points = points;
    }

    @GetMapping("/trials/{trial}/work")
    String work(TrialPage page, Tables tables, Model model) {
        AsOf now = points.now(page.id());
        LocalDate today = work.today(now);
        Map<String, String> asked = tables.asked("work", List.of("kind", "page"));
        Optional<WorkItem.Kind> kind = kind(asked.getOrDefault("kind", ""));
        Map<WorkItem.Kind, Long> counts = items.counts(now, page.visibility(), today);
        long all = counts.values().stream().mapToLong(n -> n).sum();
        PagedList list = PagedList.of(
                asked, tables, kind.map(one -> counts.getOrDefault(one, 0L)).orElse(all), ROWS);
        model.addAttribute("list", list);
        model.addAttribute("kind", kind.orElse(null));
        model.addAttribute("counts", counts);
        model.addAttribute("all", all);
        model.addAttribute(
                "lines",
                items.work(now, page.visibility(), today, kind, list.slice()).stream()
                        .map(item -> work.line(page.id(), item, today))
                        .toList());
        model.addAttribute(
                "export",
                new Export(
                        "work",
                        EXPORTED,
                        () -> exported(items.work(now, page.visibility(), today, kind, Slice.all()))));
        return "portal/work";
    }

    private static Stream<List<String>> exported(List<WorkItem> items) {
        return items.stream()
                .map(item -> List.of(
                        item.kind().name(),
                        item.participant().orElse(""),
                        item.site(),
                        item.detail(),
                        item.due().map(LocalDate::toString).orElse(""),
                        item.since().toString()));
    }

    private static Optional<WorkItem.Kind> kind(String name) {
        return Stream.of(WorkItem.Kind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst();
    }
}

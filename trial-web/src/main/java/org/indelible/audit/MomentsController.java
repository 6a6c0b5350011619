package org.indelible.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.indelible.portal.TrialPage;
import org.indelible.portal.table.Tables;
import org.indelible.readmodel.audit.AuditCursor;
import org.indelible.readmodel.audit.AuditEntries;
import org.indelible.readmodel.audit.AuditFilter;
import org.indelible.readmodel.audit.AuditOrder;
import org.indelible.readmodel.audit.AuditQueries;
import org.indelible.readmodel.audit.AuditWindow;
import org.indelible.readmodel.participant.ParticipantQueries;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** How a casebook grew, entry by entry, each with who and why and a link to the casebook as it stood then. */
@Controller
class MomentsController {
    private static final int ENTRIES = 40;
    private static final int VALUES_PER_ENTRY = 3;
    private static final List<String> PARAMETERS = List.of("act", "after", "before");
    private static final List<AuditAct> ACTS = List.of(
            AuditAct.PARTICIPANT,
            AuditAct.ENTERED,
            AuditAct.CHANGED,
            AuditAct.SIGNED,
            AuditAct.QUERIED,
            AuditAct.REVIEWED,
            AuditAct.LOCKED);

    private final AuditQueries audit;
    private final AuditTrail trail;
    private final AuditLines lines;
    private final ParticipantQueries participants;

    MomentsController(AuditQueries audit, AuditTrail trail, AuditLines lines, ParticipantQueries participants) {
        this.audit = audit;
        this.trail = trail;
        this.lines = lines;
        this.participants = participants;
    }

    @GetMapping("/trials/{trial}/participants/{participant}/moments")
    String moments(TrialPage page, @PathVariable String participant, Tables tables, Model model) {
        if (participants
                .participant(page.asOf(), page.visibility(), participant)
                .isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such participant that you may see.");
        }
        Map<String, String> asked = tables.asked("moments", PARAMETERS);
        Optional<AuditAct> act = AuditAct.of(asked.getOrDefault("act", "")).filter(ACTS::contains);
        AuditEntries entries = audit.page(
                page.asOf(),
                page.visibility(),
                AuditFilter.ofParticipant(participant)
                        .ofTypes(act.map(AuditAct::types).orElse(Set.of())),
                window(asked));
        model.addAttribute("participant", participant);
        model.addAttribute("act", act.map(AuditAct::code).orElse(""));
        model.addAttribute("acts", ACTS);
        model.addAttribute("lines", lines.of(page, entries.rows(), trail.words(page.asOf()), VALUES_PER_ENTRY));
        model.addAttribute("earlier", entries.before().map(cursor -> turned(tables, asked, "before", cursor)));
        model.addAttribute("later", entries.after().map(cursor -> turned(tables, asked, "after", cursor)));
        return "audit/moments";
    }

    /** Oldest first. */
    private static AuditWindow window(Map<String, String> asked) {
        Optional<AuditCursor> before = AuditCursor.parse(asked.getOrDefault("before", ""));
        return new AuditWindow(
                AuditOrder.TIME,
                false,
                before.or(() -> AuditCursor.parse(asked.getOrDefault("after", ""))),
                before.isPresent(),
                ENTRIES);
    }

    private static String turned(Tables tables, Map<String, String> asked, String way, AuditCursor cursor) {
        Map<String, String> all = new HashMap<>(asked);
        all.put("after", "");
        all.put("before", "");
        all.put(way, cursor.toString());
        return tables.link(all);
    }
}

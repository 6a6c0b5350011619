package org.indelible.erasure;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.indelible.authority.Role;
import org.indelible.commands.Acting;
import org.indelible.commands.Commands;
import org.indelible.erasure.ErasableEntries.ErasableEntry;
import org.indelible.erasure.ErasureCommand.DeclineErasure;
import org.indelible.erasure.ErasureCommand.RequestIdentityErasure;
import org.indelible.erasure.ErasureCommand.RequestTextErasure;
import org.indelible.portal.AtField;
import org.indelible.portal.Say;
import org.indelible.portal.TrialPage;
import org.indelible.portal.table.Column;
import org.indelible.portal.table.Tables;
import org.indelible.readmodel.account.AccountQueries;
import org.indelible.readmodel.erasure.ErasureQueries;
import org.indelible.readmodel.erasure.ErasureRow;
import org.indelible.readmodel.erasure.Recipient;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.ParticipantKey;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Erasures of a trial for people: what is asked, approved and gone, and who holds a copy. */
@Controller
@RequestMapping("/trials/{trial}/erasures")
class ErasuresController {
    private static final Map<String, String> FIELDS = Map.of(
            "reason-required", "reason",
            "text-too-long", "reason",
            "not-confirmed", "confirm",
            "no-such-text", "texts");

    private static final List<Column<Recipient>> RECIPIENTS = List.of(
            Column.text("who", "erasures.recipient", Recipient::account),
            Column.text("organisation", "erasures.organisation", Recipient::organisation),
            Column.moment("at", "erasures.taken", Recipient::at),
            Column.text("scope", "erasures.scope", Recipient::scope),
            Column.text("profile", "erasures.profile", Recipient::profile));

    private final ErasureQueries queries;
    private final ErasableEntries entries;
    private final ErasureOrders orders;
    private final Commands commands;
    private final AccountQueries accounts;
    private final Say say;

    ErasuresController(
            ErasureQueries queries,
            ErasableEntries entries,
            ErasureOrders orders,
            Commands commands,
            AccountQueries accounts,
            Say say) {
        this.queries = queries;
        this.entries = entries;
        this.orders = orders;
        this.commands = commands;
        this.accounts = accounts;
        this.say = say;
    }

    @GetMapping
    String list(TrialPage page, Tables tables, Model model) {
        List<ErasureRow> rows = queries.erasures(page.asOf(), page.visibility());
        model.addAttribute("retention", queries.retention(page.asOf()).orElse(null));
        model.addAttribute("erasures", tables.of("erasures", columns(), rows));
        addNames(rows.stream().map(row -> row.requested().by()).toList(), model);
        return "erasures/list";
    }

    private List<Column<ErasureRow>> columns() {
        return List.of(
                Column.text("what", "erasures.what", this::what),
                Column.text("whose", "erasures.whose", row -> row.participant().orElse("")),
                Column.text("status", "erasures.status", ErasureRow::status),
                Column.moment("asked", "erasures.asked", row -> row.requested().recordedAt()),
                Column.moment("since", "erasures.since", row -> row.changed().recordedAt()));
    }

    private String what(ErasureRow row) {
        return row.entry()
                .map(entry -> say.message("erasures.what.text", say.number(entry)))
                .orElseGet(() -> say.message("erasures.what.identity"));
    }

    @GetMapping("/new")
    String ask(
            TrialPage page,
            @RequestParam(required = false) @Nullable Long entry,
            @RequestParam(defaultValue = "") String participant,
            Model model) {
        return entry == null
                ? askIdentity(page, participant, ErasureForm.EMPTY, model)
                : askText(page, entry, ErasureForm.EMPTY, model);
    }

    private String askText(TrialPage page, long entry, ErasureForm form, Model model) {
        model.addAttribute("entry", entry(page, entry));
        model.addAttribute("form", form);
        return "erasures/new";
    }

    private String askIdentity(TrialPage page, String participant, ErasureForm form, Model model) {
        model.addAttribute("participant", participant);
        model.addAttribute("retention", queries.retention(page.asOf()).orElse(null));
        model.addAttribute("form", form);
        return "erasures/identity";
    }

    private ErasableEntry entry(TrialPage page, long entry) {
        return entries.entry(page.trialId(), entry, page.visibility())
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no such entry, or it is not within your reach."));
    }

    @PostMapping(path = "/new", params = "entry")
    String requestText(
            TrialPage page,
            @RequestParam long entry,
            @RequestParam(defaultValue = "") List<String> texts,
            ErasureForm form,
            Model model) {
        ErasableEntry erasable = entry(page, entry);
        try {
            ErasureId request = newId();
            commands.sendAndShow(
                    new RequestTextErasure(
                            new ErasureSubject(
                                    page.trialId(), erasable.participant().map(ParticipantKey::new)),
                            request,
                            entry,
                            texts.stream()
                                    .filter(text -> !text.isEmpty())
                                    .map(DisclosureDigest::new)
                                    .toList(),
                            form.why()),
                    Acting.onPage(page.person().actor()));
            return "redirect:" + page.link("/erasures/" + request);
        } catch (DomainRefusal refusal) {
            AtField.show(refusal, FIELDS, model);
            model.addAttribute("chosen", Set.copyOf(texts));
            return askText(page, entry, form, model);
        }
    }

    @PostMapping(path = "/new", params = "participant")
    String requestIdentity(TrialPage page, @RequestParam String participant, ErasureForm form, Model model) {
        try {
            form.confirm(participant, say);
            ErasureId request = newId();
            commands.sendAndShow(
                    new RequestIdentityErasure(
                            new ErasureSubject(page.trialId(), Optional.of(new ParticipantKey(participant))),
                            request,
                            form.why()),
                    Acting.onPage(page.person().actor()));
            return "redirect:" + page.link("/erasures/" + request);
        } catch (DomainRefusal refusal) {
            AtField.show(refusal, FIELDS, model);
            return askIdentity(page, participant, form, model);
        }
    }

    private static ErasureId newId() {
        return new ErasureId(UUID.randomUUID().toString());
    }

    @GetMapping("/{request}")
    String show(TrialPage page, @PathVariable String request, Tables tables, Model model) {
        return show(page, row(page, request), ErasureForm.EMPTY, tables, model);
    }

    private String show(TrialPage page, ErasureRow row, ErasureForm form, Tables tables, Model model) {
        List<Recipient> recipients = queries.recipients(page.id(), row);
        model.addAttribute("erasure", row);
        model.addAttribute("what", what(row));
        model.addAttribute("form", form);
        model.addAttribute("confirm", row.participant().orElse(page.trial().name()));
        model.addAttribute("own", row.requested().by().equals(page.person().username()));
        model.addAttribute("recipients", tables.of("recipients", RECIPIENTS, recipients));
        addNames(
                Stream.concat(
                                Stream.of(row.requested().by(), row.changed().by()),
                                // What a participant is called is nobody's business here.
                                recipients.stream()
                                        .filter(one -> !one.role().equals(Role.PARTICIPANT.name()))
                                        .map(Recipient::account))
                        .toList(),
                model);
        return "erasures/erasure";
    }

    private ErasureRow row(TrialPage page, String request) {
        return queries.erasure(page.asOf(), page.visibility(), request)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no such request, or it is not within your reach."));
    }

    @PostMapping("/{request}/approval")
    String approve(TrialPage page, @PathVariable String request, ErasureForm form, Tables tables, Model model) {
        ErasureRow row = row(page, request);
        try {
            form.confirm(row.participant().orElse(page.trial().name()), say);
            orders.approve(page.trialId(), row, Acting.onPage(page.person().actor()));
            return "redirect:" + page.link("/erasures/" + request);
        } catch (DomainRefusal refusal) {
            AtField.show(refusal, FIELDS, model);
            return show(page, row, form, tables, model);
        }
    }

    @PostMapping("/{request}/refusal")
    String decline(TrialPage page, @PathVariable String request, ErasureForm form, Tables tables, Model model) {
        ErasureRow row = row(page, request);
        try {
            commands.sendAndShow(
                    new DeclineErasure(
                            new ErasureSubject(page.trialId(), row.participant().map(ParticipantKey::new)),
                            new ErasureId(request),
                            form.why()),
                    Acting.onPage(page.person().actor()));
            return "redirect:" + page.link("/erasures/" + request);
        } catch (DomainRefusal refusal) {
            AtField.show(refusal, FIELDS, model);
            return show(page, row, form, tables, model);
        }
    }

    private void addNames(Collection<String> who, Model model) {
        model.addAttribute("names", accounts.names(new LinkedHashSet<>(who)));
    }
}

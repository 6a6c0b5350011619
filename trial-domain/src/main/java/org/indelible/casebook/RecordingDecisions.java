package org.indelible.casebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.authority.Act;
import org.indelible.authority.Authority;
import org.indelible.authority.ImportMandate;
import org.indelible.casebook.CasebookState.Registered;
import org.indelible.casebook.CheckEvent.CheckPrompted;
import org.indelible.casebook.RecordingCommand.*;
import org.indelible.casebook.RecordingEvent.*;
import org.indelible.shared.BuildHash;
import org.indelible.shared.RecordedReason;

/** First values, corrections and inactivations. */
final class RecordingDecisions {
    private final Registered casebook;
    private final Authority authority;
    private final StudyBuilds builds;

    RecordingDecisions(Registered casebook, Authority authority, StudyBuilds builds) {
        this.casebook = casebook;
        this.authority = authority;
        this.builds = builds;
    }

    List<CasebookEvent> decide(RecordingCommand command) {
        List<CasebookEvent> events = new ArrayList<>(record(command));
        // What comes from a file is checked by its import, which lists its findings.
        if (!events.isEmpty() && authority.mandate().isEmpty()) {
            events.addAll(CheckQueries.follow(casebook, command.form(), command.save(), events, builds));
        }
        return events;
    }

    private List<CasebookEvent> record(RecordingCommand command) {
        return switch (command) {
            case RecordItems c -> record(c);
            case InactivateItems c -> inactivate(c);
            case InactivateGroup c -> inactivate(c);
            case InactivateForm c -> inactivate(c);
        };
    }

    private List<CasebookEvent> record(RecordItems command) {
        if (!authority.permits(Act.CORRECT_DATA)) {
            authority.require(Act.RECORD_DATA);
        }
        FormState form = editable(command.form());
        BuildHash build = form.build().orElseGet(this::buildOfNewForm);
        FormPlace place = FormPlace.of(builds.require(build), command.form());
        requireOneOf(place, command.form());
        SaveChanges changes =
                new SaveChanges(casebook, form, place, earlier(form, command.form()), authority, command).compare();
        List<CasebookEvent> events = new ArrayList<>();
        if (changes.isEmpty()) {
            return events;
        }
        PartLockDecisions.requireEditable(casebook, command.form(), changes.items());
        events.addAll(prompted(place, command));
        changes.recorded().stream().findFirst().ifPresent(first -> events.addAll(beginVisit(place, command)));
        Origin origin = SaveChanges.originOf(authority);
        EntrySize.split(changes.recorded(), EntrySize::of)
                .forEach(part -> events.add(new ItemsRecorded(command.form(), command.save(), build, origin, part)));
        EntrySize.split(changes.corrected(), EntrySize::of)
                .forEach(part -> events.add(new ItemsCorrected(command.form(), command.save(), build, origin, part)));
        return events;
    }

    /** What checks asked about and was changed before it was saved (R10); an answer that stayed is in the record anyhow. */
    private static List<CasebookEvent> prompted(FormPlace place, RecordItems command) {
        List<PromptedAnswer> answers = command.prompts().stream()
                .filter(prompt -> command.items().stream()
                        .noneMatch(item -> item.item().equals(prompt.item())
                                && item.content().equals(prompt.answer())))
                .map(prompt -> new PromptedAnswer(
                        prompt.item(),
                        prompt.check(),
                        Disclosable.of(
                                Optional.of(prompt.answer().text()), FormPlace.classOf(place.item(prompt.item()))),
                        prompt.answer().unitOid()))
                .toList();
        return EntrySize.split(answers, EntrySize::of).stream()
                .<CasebookEvent>map(part -> new CheckPrompted(command.form(), part))
                .toList();
    }

    private List<FormPlace> earlier(FormState form, FormRef ref) {
        return form.earlier().reversed().stream()
                .flatMap(hash -> FormPlace.find(builds.require(hash), ref).stream())
                .toList();
    }

    /** The participant's build; that of the file where an import brings data of its own version. */
    private BuildHash buildOfNewForm() {
        return authority.mandate().flatMap(ImportMandate::build).orElseGet(casebook::build);
    }

    private List<CasebookEvent> beginVisit(FormPlace place, RecordItems command) {
        VisitDecisions visits = new VisitDecisions(casebook, authority, builds);
        VisitRef ref = command.form().visit();
        Optional<Records.VisitState> visit = casebook.records().visit(ref).filter(state -> !state.notDone());
        if (visit.isEmpty()) {
            return visits.begin(place.event(), ref, command.observedOn());
        }
        visits.requireCollection(command.observedOn().or(() -> visit.get().on()));
        return List.of();
    }

    private void requireOneOf(FormPlace place, FormRef ref) {
        boolean another = !place.form().repeating()
                && casebook.records().formsOf(ref.visit()).stream()
                        .anyMatch(other -> other.formOid().equals(ref.formOid()) && !other.equals(ref));
        if (another) {
            throw CasebookRefusals.notRepeating("Form", ref.formOid());
        }
    }

    private FormState editable(FormRef ref) {
        FormState form = casebook.records().form(ref);
        if (!form.active()) {
            throw CasebookRefusals.inactivated();
        }
        if (form.frozen()) {
            throw CasebookRefusals.formFrozen();
        }
        PartLockDecisions.requireEditable(casebook, ref);
        return form;
    }

    private List<CasebookEvent> inactivate(InactivateItems command) {
        authority.require(Act.INACTIVATE_DATA);
        FormState form = editable(command.form());
        Set<ItemRef> seen = new HashSet<>();
        List<InactivatedItem> items = new ArrayList<>();
        for (ItemRef ref : command.items()) {
            DataPoint point = form.item(ref).orElseThrow(() -> CasebookRefusals.unknownOid("Item", ref.itemOid()));
            if (seen.add(ref) && point.active()) {
                items.add(new InactivatedItem(ref, point.version()));
            }
        }
        PartLockDecisions.requireEditable(casebook, command.form(), seen);
        RecordedReason reason = RecordedReason.of(command.reason());
        List<CasebookEvent> events = new ArrayList<>();
        EntrySize.split(items, EntrySize::of)
                .forEach(part -> events.add(new ItemsInactivated(command.form(), command.save(), part, reason)));
        return events;
    }

    private List<CasebookEvent> inactivate(InactivateGroup command) {
        authority.require(Act.INACTIVATE_DATA);
        FormState form = editable(command.form());
        if (!form.groups().contains(command.group())) {
            throw CasebookRefusals.unknownOid("Item group", command.group().groupOid());
        }
        PartLockDecisions.requireEditable(
                casebook,
                command.form(),
                form.items().keySet().stream()
                        .filter(item -> item.group().equals(command.group()))
                        .toList());
        return form.inactiveGroups().contains(command.group())
                ? List.of()
                : List.of(new GroupInactivated(
                        command.form(), command.save(), command.group(), RecordedReason.of(command.reason())));
    }

    private List<CasebookEvent> inactivate(InactivateForm command) {
        authority.require(Act.INACTIVATE_DATA);
        FormState form = editable(command.form());
        if (form.items().isEmpty()) {
            throw CasebookRefusals.unknownOid("Form", command.form().formOid());
        }
        PartLockDecisions.requireEditable(casebook, command.form(), form.items().keySet());
        return List.of(new FormInactivated(command.form(), command.save(), RecordedReason.of(command.reason())));
    }
}

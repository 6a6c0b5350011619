package org.indelible.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.indelible.portal.TrialPage;
import org.indelible.protocols.build.FormDef;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.readmodel.Slice;
import org.indelible.readmodel.participant.ParticipantFilter;
import org.indelible.readmodel.participant.ParticipantOrder;
import org.indelible.readmodel.participant.ParticipantQueries;
import org.indelible.readmodel.participant.ParticipantRow;
import org.indelible.readmodel.search.RecordedForms;
import org.indelible.readmodel.search.RecordedForms.Instance;
import org.indelible.readmodel.trial.TrialQueries;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Finds participants by part of their key, forms and items by part of their name; words of both kinds narrow each other down. */
@Component
class Searches {
    private static final int LISTED = 20;
    private static final int WORDS = 6;

    private final ParticipantQueries participants;
    private final TrialQueries trials;
    private final RecordedForms recorded;

    Searches(ParticipantQueries participants, TrialQueries trials, RecordedForms recorded) {
        this.participants = participants;
        this.trials = trials;
        this.recorded = recorded;
    }

    /** The participant of exactly this key. */
    Optional<String> participant(TrialPage page, String text) {
        return participants.participant(page.asOf(), page.visibility(), text).map(ParticipantRow::key);
    }

    Found find(TrialPage page, String text, String language) {
        List<ParticipantRow> people = new ArrayList<>();
        List<String> words = new ArrayList<>();
        boolean more = false;
        for (String word : Stream.of(text.split("\\s+"))
                .filter(w -> !w.isEmpty())
                .limit(WORDS)
                .toList()) {
            List<ParticipantRow> fitting = people(page, word);
            if (fitting.isEmpty()) {
                words.add(word.toLowerCase(Locale.ROOT));
            } else {
                more |= fitting.size() > LISTED;
                fitting.stream()
                        .limit(LISTED)
                        .filter(row -> !people.contains(row))
                        .forEach(people::add);
            }
        }
        Optional<StudyBuild> build = trials.latestBuild(page.asOf());
        if (words.isEmpty() || build.isEmpty()) {
            return words.isEmpty() ? new Found(people, more, List.of(), List.of()) : Found.NOTHING;
        }
        List<Found.FoundForm> forms = forms(build.get(), words, page, language);
        return forms.isEmpty()
                ? Found.NOTHING
                : new Found(people, more, forms, recorded(page, build.get(), forms, people));
    }

    private List<ParticipantRow> people(TrialPage page, String word) {
        ParticipantFilter filter = new ParticipantFilter(Optional.empty(), Optional.empty(), Optional.of(word));
        return participants.participants(
                page.asOf(), page.visibility(), filter, ParticipantOrder.PARTICIPANT, false, new Slice(0, LISTED + 1));
    }

    private static List<Found.FoundForm> forms(StudyBuild build, List<String> words, TrialPage page, String language) {
        List<Found.FoundForm> found = new ArrayList<>();
        for (FormDef form : build.forms()) {
            String own = (form.name() + ' ' + form.oid()).toLowerCase(Locale.ROOT);
            List<String> others =
                    words.stream().filter(word -> !own.contains(word)).toList();
            List<String> items = others.isEmpty()
                    ? List.of()
                    : items(build, form)
                            .filter(item -> page.visibility().allocation() || !item.blinding())
                            .filter(item -> fits(item, others, language))
                            .map(item -> item.label(language))
                            .distinct()
                            .toList();
            if (others.isEmpty() || !items.isEmpty()) {
                found.add(new Found.FoundForm(form.oid(), form.name(), items));
            }
        }
        return found.stream().limit(LISTED).toList();
    }

    private static Stream<ItemDef> items(StudyBuild build, FormDef form) {
        return form.itemGroupRefs().stream()
                .flatMap(group -> build.itemGroup(group.oid()).stream())
                .flatMap(group -> group.itemRefs().stream())
                .flatMap(item -> build.item(item.oid()).stream());
    }

    private static boolean fits(ItemDef item, List<String> words, String language) {
        String names = (item.label(language) + ' ' + item.name() + ' ' + item.oid()).toLowerCase(Locale.ROOT);
        return words.stream().allMatch(names::contains);
    }

    private List<Found.RecordedForm> recorded(
            TrialPage page, StudyBuild build, List<Found.FoundForm> forms, List<ParticipantRow> people) {
        return recorded
                .latest(
                        page.asOf(),
                        page.visibility(),
                        forms.stream().map(Found.FoundForm::oid).toList(),
                        people.stream().map(ParticipantRow::key).toList(),
                        LISTED)
                .stream()
                .map(instance -> new Found.RecordedForm(
                        instance.participant(),
                        build.event(instance.event()).map(event -> event.name()).orElse(instance.event()),
                        build.form(instance.form()).map(FormDef::name).orElse(instance.form()),
                        href(page, instance)))
                .toList();
    }

    private static String href(TrialPage page, Instance instance) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("event", instance.event());
        instance.eventKey().ifPresent(key -> parameters.put("eventKey", key));
        parameters.put("form", instance.form());
        instance.formKey().ifPresent(key -> parameters.put("formKey", key));
        page.asOf().requested().ifPresent(point -> parameters.put("asOf", point));
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath("/trials/{trial}/participants/{participant}/form");
        parameters.keySet().forEach(name -> uri.queryParam(name, "{" + name + "}"));
        parameters.put("trial", page.id());
        parameters.put("participant", instance.participant());
        return uri.encode().buildAndExpand(parameters).toUriString();
    }
}

package org.indelible.readmodel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.casebook.CorrectedItem;
import org.indelible.casebook.FormRef;
import org.indelible.casebook.GroupRef;
import org.indelible.casebook.InactivatedItem;
import org.indelible.casebook.ItemRef;
import org.indelible.casebook.LifecycleEvent.ParticipantEnrolled;
import org.indelible.casebook.LifecycleEvent.ParticipantRegistered;
import org.indelible.casebook.Origin;
import org.indelible.casebook.RecordedItem;
import org.indelible.casebook.RecordingEvent;
import org.indelible.casebook.RepeatKey;
import org.indelible.casebook.SigningEvent;
import org.indelible.casebook.Version;
import org.indelible.shared.AccountId;
import org.indelible.shared.AuthenticationEvidence;
import org.indelible.shared.AuthenticationMethod;
import org.indelible.shared.BuildHash;
import org.indelible.shared.CasebookId;
import org.indelible.shared.ParticipantKey;
import org.indelible.shared.ProtocolVersion;
import org.indelible.shared.Reason;
import org.indelible.shared.RecordedReason;
import org.indelible.shared.SaveId;
import org.indelible.shared.SignInId;
import org.indelible.shared.SignatureMeaning;
import org.indelible.shared.SignatureRecord;
import org.indelible.shared.SiteId;
import org.indelible.shared.SiteKey;
import org.indelible.shared.StreamId;
import org.indelible.shared.TrialId;
import org.indelible.shared.TrialKind;
import org.indelible.site.SiteEvent.SiteOpened;
import org.indelible.trial.TrialEvent.ProtocolVersionPublished;
import org.indelible.trial.TrialEvent.TrialRegistered;

/** A trial of random but repeatable events, and every state it was in, folded the naive way. */
final class Enacted {
    private static final BuildHash BUILD = new BuildHash("B".repeat(43));
    private static final String SITE = "701";
    private static final int GROUPS = 3;
    private static final int ITEMS = 4;

    final TrialId trial = new TrialId(UUID.randomUUID().toString());
    private final ReadModelFixture fixture;
    private final Random random;
    private final Map<String, TreeMap<String, String>> current = new HashMap<>();
    private final Map<String, Map<String, Version>> versions = new HashMap<>();
    /** By tree size: participant to data point to text. */
    final List<Map<String, Map<String, String>>> states = new ArrayList<>();

    Enacted(ReadModelFixture fixture, long seed) {
        this.fixture = fixture;
        this.random = new Random(seed);
        states.add(Map.of());
        append(
                StreamId.of(trial),
                new TrialRegistered(trial, TrialKind.TEST, "Enacted", "sponsor"),
                new ProtocolVersionPublished(new ProtocolVersion("1"), false, Optional.empty()));
        SiteId site = new SiteId(trial, new SiteKey(SITE));
        append(StreamId.of(site), new SiteOpened(site, "Site 701", "AT", ZoneId.of("Europe/Vienna")));
    }

    static String participant(int number) {
        return "P-" + number;
    }

    void register(int number) {
        CasebookId casebook = casebook(number);
        current.put(participant(number), new TreeMap<>());
        versions.put(participant(number), new HashMap<>());
        append(casebook.stream(), new ParticipantRegistered(casebook, new SiteKey(SITE), BUILD, Optional.empty()));
        append(casebook.stream(), new ParticipantEnrolled(LocalDate.of(2026, 3, 1)));
    }

    /** A save of some random items of a random form, or an inactivation. */
    void step(int participants) {
        int number = random.nextInt(participants);
        FormRef form = form(random.nextInt(3));
        switch (random.nextInt(10)) {
            case 0 -> inactivateGroup(number, form, group(random.nextInt(GROUPS)));
            case 1 -> inactivateSome(number, form);
            default -> save(number, form);
        }
    }

    private void save(int number, FormRef form) {
        List<RecordedItem> first = new ArrayList<>();
        List<CorrectedItem> corrected = new ArrayList<>();
        Map<String, String> values = values(number);
        Map<String, Version> known = known(number);
        Map<String, String> texts = new HashMap<>();
        for (ItemRef item : someItems()) {
            String text = "v" + random.nextInt(1000);
            texts.put(point(form, item), text);
            Version old = known.get(point(form, item));
            if (old == null) {
                first.add(new RecordedItem(
                        item, value(item, text), Optional.empty(), Optional.empty(), Optional.empty()));
            } else {
                corrected.add(
                        new CorrectedItem(item, old, value(item, text), Optional.empty(), Optional.empty(), reason()));
            }
        }
        SaveId save = new SaveId("save-" + random.nextInt(1_000_000));
        if (!first.isEmpty()) {
            first.forEach(item ->
                    values.put(point(form, item.item()), texts.getOrDefault(point(form, item.item()), "")));
            append(casebook(number).stream(), new RecordingEvent.ItemsRecorded(form, save, BUILD, Origin.SITE, first));
            first.forEach(item -> known.put(point(form, item.item()), version(number)));
        }
        if (!corrected.isEmpty()) {
            corrected.forEach(item ->
                    values.put(point(form, item.item()), texts.getOrDefault(point(form, item.item()), "")));
            append(
                    casebook(number).stream(),
                    new RecordingEvent.ItemsCorrected(form, save, BUILD, Origin.SITE, corrected));
            corrected.forEach(item -> known.put(point(form, item.item()), version(number)));
        }
    }

    private void inactivateSome(int number, FormRef form) {
        Map<String, String> values = values(number);
        List<InactivatedItem> gone = someItems().stream()
                .filter(item -> values.remove(point(form, item)) != null)
                .map(item -> new InactivatedItem(item, version(number, point(form, item))))
                .toList();
        if (!gone.isEmpty()) {
            append(
                    casebook(number).stream(),
                    new RecordingEvent.ItemsInactivated(form, new SaveId("gone"), gone, reason()));
            gone.forEach(item -> known(number).put(point(form, item.item()), version(number)));
        }
    }

    private void inactivateGroup(int number, FormRef form, GroupRef group) {
        String prefix = place(form) + '/' + group.groupOid() + '[' + group.groupKey() + "]/";
        values(number).keySet().removeIf(point -> point.startsWith(prefix));
        append(
                casebook(number).stream(),
                new RecordingEvent.GroupInactivated(form, new SaveId("gone"), group, reason()));
        known(number).replaceAll((point, version) -> point.startsWith(prefix) ? version(number) : version);
    }

    /** Signs the whole casebook, then changes it; answers the tree size at which the signature was there, and held. */
    long signThenChange(int number) {
        append(
                casebook(number).stream(),
                new SigningEvent.CasebookSigned(
                        new SignatureRecord(
                                SignatureMeaning.APPROVAL,
                                Disclosable.of("Dr A. Novak", DisclosureClass.FREE_TEXT),
                                new AuthenticationEvidence(
                                        new AccountId("a-7"),
                                        new SignInId("s-1"),
                                        AuthenticationMethod.PASSWORD,
                                        Instant.parse("2026-03-03T13:02:00Z"),
                                        2,
                                        true,
                                        Optional.empty())),
                        version(number),
                        List.of()));
        long signed = states.size() - 1;
        save(number, form(0));
        return signed;
    }

    private List<ItemRef> someItems() {
        GroupRef group = group(random.nextInt(GROUPS));
        List<ItemRef> items = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            if (items.isEmpty() || random.nextBoolean()) {
                items.add(group.item("IT." + i));
            }
        }
        return items;
    }

    /** Items of all four classes. */
    private static Disclosable<Optional<String>> value(ItemRef item, String text) {
        DisclosureClass[] classes = DisclosureClass.values();
        int number = Integer.parseInt(item.itemOid().substring("IT.".length()));
        return Disclosable.of(Optional.of(text), classes[number % classes.length]);
    }

    private static FormRef form(int number) {
        return new FormRef("SE." + number, new RepeatKey(number == 2 ? "7" : ""), "F", RepeatKey.NONE);
    }

    private static GroupRef group(int number) {
        return new GroupRef("IG", new RepeatKey(Integer.toString(number)));
    }

    private static String place(FormRef form) {
        return form.eventOid() + '[' + form.eventKey() + "]/" + form.formOid() + '[' + form.formKey() + ']';
    }

    private static String point(FormRef form, ItemRef item) {
        return place(form) + '/' + item.groupOid() + '[' + item.groupKey() + "]/" + item.itemOid();
    }

    private static RecordedReason reason() {
        return RecordedReason.of(Reason.of("transcription error"));
    }

    private Map<String, String> values(int number) {
        return current.computeIfAbsent(participant(number), key -> new TreeMap<>());
    }

    private Map<String, Version> known(int number) {
        return versions.computeIfAbsent(participant(number), key -> new HashMap<>());
    }

    private Version version(int number, String point) {
        return known(number).getOrDefault(point, Version.NONE);
    }

    private Version version(int number) {
        return new Version(fixture.sequence(casebook(number).stream()));
    }

    private CasebookId casebook(int number) {
        return new CasebookId(trial, new ParticipantKey(participant(number)));
    }

    private void append(StreamId stream, Object... events) {
        fixture.append(
                stream, stream instanceof StreamId.OfCasebook ? Optional.of(SITE) : Optional.empty(), List.of(events));
        for (int i = 1; i < events.length; i++) {
            states.add(states.getLast());
        }
        states.add(copy());
    }

    private Map<String, Map<String, String>> copy() {
        Map<String, Map<String, String>> copy = new HashMap<>();
        current.forEach((participant, values) -> copy.put(participant, Map.copyOf(values)));
        return copy;
    }
}

package org.indelible.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.indelible.casebook.CasebookEvent;
import org.indelible.casebook.CasebookState;
import org.indelible.casebook.DataPoint;
import org.indelible.casebook.FormRef;
import org.indelible.casebook.FormState;
import org.indelible.casebook.ItemRef;
import org.indelible.casebook.Records;
import org.indelible.casebook.ShownEntry;
import org.indelible.casebook.SignatureScope;
import org.indelible.casebook.VerifiedItem;
import org.indelible.casebook.Version;
import org.indelible.eventstore.EventMetadata;
import org.indelible.shared.CasebookId;
import org.indelible.shared.EntryHash;
import org.jspecify.annotations.Nullable;

/**
 * A casebook as its own stream tells it: what somebody who corrects, verifies or signs sees on the screen.
 *
 * @param entries hash of each entry, by its number in the stream
 */
record RecordedCasebook(Records records, Map<Long, String> entries) {
    private static final String READING = "I.BP.SEQ";

    static RecordedCasebook read(EventStore events, CasebookId id) {
        CasebookState state = CasebookState.NONE;
        Map<Long, String> entries = new HashMap<>();
        Iterator<? extends DomainEventMessage<?>> stream = events.readEvents(id.toString());
        while (stream.hasNext()) {
            DomainEventMessage<?> event = stream.next();
            state = state.evolve((CasebookEvent) event.getPayload(), event.getSequenceNumber());
            entries.put(event.getSequenceNumber(), (String) event.getMetaData().get(EventMetadata.ENTRY_HASH));
        }
        return new RecordedCasebook(state.registered().orElseThrow().records(), entries);
    }

    /** The item of the first of three readings where there are several, else the only one. */
    ItemRef first(FormRef form, String itemOid) {
        Map<ItemRef, DataPoint> items = records.form(form).items();
        return items.keySet().stream()
                .filter(item -> item.itemOid().equals(itemOid))
                .filter(item -> firstReading(items.get(item.group().item(READING))))
                .findFirst()
                .orElseThrow();
    }

    private static boolean firstReading(@Nullable DataPoint reading) {
        return reading == null
                || reading.value()
                        .present()
                        .flatMap(text -> text)
                        .filter("1"::equals)
                        .isPresent();
    }

    DataPoint point(FormRef form, ItemRef item) {
        return records.form(form).item(item).orElseThrow();
    }

    Version lastChange(SignatureScope scope) {
        long last = inScope(scope).stream()
                .mapToLong(form -> form.lastChange().seq())
                .max()
                .orElse(Version.NONE.seq());
        return new Version(last);
    }

    /** Every data point of the form, in the version that stands there. */
    List<VerifiedItem> verified(FormRef form) {
        return records.form(form).items().entrySet().stream()
                .filter(item -> item.getValue().active())
                .map(item -> new VerifiedItem(item.getKey(), item.getValue().version()))
                .toList();
    }

    List<ShownEntry> shown(SignatureScope scope) {
        Map<Long, List<String>> digests = new TreeMap<>();
        inScope(scope).stream().flatMap(form -> form.items().values().stream()).forEach(point -> {
            List<String> ofEntry = digests.computeIfAbsent(point.version().seq(), n -> new ArrayList<>());
            point.value().digest().ifPresent(ofEntry::add);
        });
        return digests.entrySet().stream()
                .map(shown -> new ShownEntry(hash(shown.getKey()), shown.getValue()))
                .toList();
    }

    private EntryHash hash(long seq) {
        return new EntryHash(String.valueOf(entries.get(seq)));
    }

    private List<FormState> inScope(SignatureScope scope) {
        return records.forms().entrySet().stream()
                .filter(form -> scope.covers(form.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}

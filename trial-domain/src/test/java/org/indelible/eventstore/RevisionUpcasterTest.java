package org.indelible.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.axonframework.serialization.SerializationException;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.anchoring.ledger.DisclosureRef;
import org.indelible.anchoring.ledger.Erasure;
import org.indelible.anchoring.ledger.StoredEntry;
import org.indelible.anchoring.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class RevisionUpcasterTest {
    private static final String BEFORE =
            "{\"note\":{\"~d\":{\"c\":\"F\",\"v\":\"secret\",\"g\":\"d1\"}},\"who\":{\"~d\":{\"c\":\"I\",\"s\":\"erased\",\"g\":\"d2\"}},\"number\":1}";

    /** The note as it is today; revision 1 called the text {@code note} and had no author's initials. */
    @EventType(name = "sample.note-added", revision = 2)
    record NoteAdded(
            @Disclosed(DisclosureClass.FREE_TEXT) Disclosable<String> text,
            @InClear int number,
            @Disclosed(DisclosureClass.IDENTITY) Disclosable<Optional<String>> initials) {}

    private static ObjectNode toRevision2(ObjectNode event) {
        event.set("text", event.remove("note"));
        event.putObject("initials").putObject("~d").put("c", "I").putNull("v");
        return event;
    }

    @Test
    void oldRevisionIsReadAsTheNewOneErasedOrNot() {
        try (TestDatabase database = TestDatabase.create()) {
            String diary = Node.diary("001");
            try (Node old = new Node(database)) {
                old.send(new Diary.Open(diary));
                old.send(new Diary.Write(diary, "kept"));
                StoredEntry first = old.ledger.entry(Node.TRIAL, 0).orElseThrow();
                new Erasure(database.application(), database.vault())
                        .erase(
                                first.entryHash(),
                                Node.TRIAL,
                                List.of(new DisclosureRef(
                                        Node.TRIAL,
                                        0,
                                        first.sealed().disclosures().getFirst().digest())));
            }
            RevisionUpcaster upcaster = new RevisionUpcaster("sample.note-added", 1, RevisionUpcasterTest::toRevision2);
            try (Node today = new Node(
                    database, Clock.systemUTC(), EventTypeRegistry.of(List.of(NoteAdded.class)), List.of(upcaster))) {
                List<NoteAdded> events = today.store
                        .engine()
                        .readEvents(diary)
                        .asStream()
                        .map(event -> (NoteAdded) event.getPayload())
                        .toList();

                assertThat(events).extracting(NoteAdded::number).containsExactly(0, 1);
                assertThat(events.get(0).text().present()).isEmpty();
                assertThat(events.get(1).text().present()).contains("kept");
                assertThat(events.get(1).initials().present()).contains(Optional.empty());
            }
        }
    }

    /** Upcasters that do what none may. */
    enum Forbidden {
        CHANGES_CLASS(event -> {
            ((ObjectNode) event.get("note").get("~d")).put("c", "V");
            return event;
        }),
        CHANGES_VALUE(event -> {
            ((ObjectNode) event.get("note").get("~d")).put("v", "other");
            return event;
        }),
        RESURRECTS(event -> {
            ObjectNode who = (ObjectNode) event.get("who").get("~d");
            who.remove("s");
            who.put("v", "somebody");
            return event;
        }),
        INVENTS(event -> {
            event.putObject("more").putObject("~d").put("c", "F").put("v", "made up");
            return event;
        }),
        PUTS_IN_CLEAR(event -> {
            JsonNode value = event.get("note").get("~d").get("v");
            event.set("note", value);
            return event;
        });

        private final UnaryOperator<ObjectNode> change;

        Forbidden(UnaryOperator<ObjectNode> change) {
            this.change = change;
        }
    }

    @ParameterizedTest
    @EnumSource
    void disclosureClassesDoNotChangeOnTheWay(Forbidden forbidden) {
        ObjectNode before = (ObjectNode) JsonMapper.shared().readTree(BEFORE);

        assertThatThrownBy(() -> DisclosureGuard.check("x.2", before, forbidden.change.apply(before.deepCopy())))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("x.2")
                .hasMessageNotContaining("secret");
    }

    @Test
    void fieldsMayMoveAndGo() {
        ObjectNode before = (ObjectNode) JsonMapper.shared().readTree(BEFORE);
        ObjectNode after = before.deepCopy();
        after.set("moved", after.remove("note"));
        after.remove("who");

        DisclosureGuard.check("x.2", before, after);
    }
}

package org.indelible.anchoring.entry;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Random;
import org.indelible.anchoring.disclosure.DisclosureClass;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Drafts of events for tests. */
final class Events {
    static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String TRIAL = "0192f0c4-0000-7000-8000-000000000001";

    private Events() {}

    static EntryClaims claims() {
        return new EntryClaims(
                "0192f0c4-0000-7000-8000-00000000000a",
                TRIAL,
                "casebook:" + TRIAL + ":p-12",
                "casebook",
                3,
                Optional.of("47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU"),
                "ItemsRecorded",
                "1",
                Optional.of(TRIAL),
                Optional.of("s-01"),
                Optional.of("p-12"),
                Instant.parse("2026-03-04T05:06:07.080Z"),
                Optional.of(OffsetDateTime.parse("2026-03-04T06:05:00+01:00")),
                Optional.empty(),
                NODES.objectNode()
                        .put("account", "a-7")
                        .put("organisation", "site-1")
                        .put("role", "coordinator"),
                "2jmj7l5rSw0yVb_vlWAYkK_YBwk2jmj7l5rSw0yVb_s",
                Optional.empty(),
                Optional.of("c-1"),
                NODES.objectNode());
    }

    static EntryDraft draft(ObjectNode data) {
        return new EntryDraft(claims(), data);
    }

    static ObjectNode leaf(DisclosureClass disclosureClass, JsonNode value) {
        ObjectNode leaf = NODES.objectNode();
        leaf.putObject("~d").put("c", disclosureClass.letter()).set("v", value);
        return leaf;
    }

    /** Blood pressure with a reason: what a coordinator types all day. */
    static ObjectNode bloodPressure() {
        ObjectNode data = NODES.objectNode();
        data.put("form", "F.VITALS").put("version", 2);
        data.set("reason", leaf(DisclosureClass.FREE_TEXT, NODES.stringNode("mis-read, \u00e9crit \"120\"")));
        ArrayNode items = data.putArray("items");
        items.addObject().put("item", "I.SYSBP").set("value", leaf(DisclosureClass.VALUE, NODES.stringNode("120")));
        items.addObject().put("item", "I.DIABP").set("value", leaf(DisclosureClass.VALUE, NODES.nullNode()));
        data.putArray("notes").add(leaf(DisclosureClass.IDENTITY, NODES.stringNode("M.K.")));
        return data;
    }

    /** An event with this many disclosable values. */
    static ObjectNode values(int count) {
        ObjectNode data = NODES.objectNode();
        ArrayNode items = data.putArray("items");
        for (int i = 0; i < count; i++) {
            items.addObject()
                    .put("item", "I." + i)
                    .set("value", leaf(DisclosureClass.VALUE, NODES.stringNode("value " + i)));
        }
        return data;
    }

    /** A random event in which any field may be disclosable. */
    static ObjectNode random(Random random) {
        return object(random, 4);
    }

    private static ObjectNode object(Random random, int depth) {
        ObjectNode object = NODES.objectNode();
        int size = random.nextInt(5);
        for (int i = 0; i < size; i++) {
            object.set(text(random) + i, field(random, depth - 1));
        }
        return object;
    }

    private static JsonNode field(Random random, int depth) {
        DisclosureClass[] classes = DisclosureClass.values();
        return random.nextInt(3) == 0
                ? leaf(classes[random.nextInt(classes.length)], value(random, Math.min(depth, 1), false))
                : value(random, depth, true);
    }

    private static JsonNode value(Random random, int depth, boolean disclosable) {
        return switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextInt());
            case 3, 4 -> NODES.stringNode(text(random));
            case 5 -> disclosable ? object(random, depth) : NODES.objectNode().put(text(random), text(random));
            default -> array(random, depth, disclosable);
        };
    }

    private static ArrayNode array(Random random, int depth, boolean disclosable) {
        ArrayNode array = NODES.arrayNode();
        int size = random.nextInt(4);
        for (int i = 0; i < size; i++) {
            array.add(disclosable ? field(random, depth - 1) : NODES.stringNode(text(random)));
        }
        return array;
    }

    private static String text(Random random) {
        int[] codePoints = random.ints(random.nextInt(8), 0, 0x10ffff)
                .map(codePoint -> random.nextInt(3) == 0 ? codePoint : codePoint % 0x80)
                .filter(codePoint -> codePoint < 0xd800 || codePoint > 0xdfff)
                .toArray();
        return new String(codePoints, 0, codePoints.length);
    }
}

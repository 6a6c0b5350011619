package org.indelible.anchoring.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.indelible.anchoring.checkpoint.Checkpoint;
import org.indelible.anchoring.checkpoint.CheckpointFormatException;
import org.indelible.anchoring.json.JsonFormatException;
import org.indelible.anchoring.json.StrictJson;
import org.indelible.anchoring.note.NoteFormatException;
import org.indelible.anchoring.note.SignedNote;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.JsonNodeException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is in a witness's file: per log the note it cosigned last, and the notes it refused. Origin, size and root are those of the notes. */
record StoredWitness(Map<String, SeenCheckpoint> seen, List<RefusedCheckpoint> refused) {
    private static final String VERSION = "indelible-witness-1";

    static StoredWitness parse(String text) throws IOException {
        try {
            ObjectNode root = StrictJson.readObject(text.getBytes(UTF_8));
            if (!VERSION.equals(root.required("version").stringValue())) {
                throw new IOException("the witness's file is not of version " + VERSION);
            }
            Map<String, SeenCheckpoint> seen = new LinkedHashMap<>();
            for (JsonNode node : root.required("seen")) {
                SeenCheckpoint checkpoint = seen(node);
                seen.put(checkpoint.origin(), checkpoint);
            }
            List<RefusedCheckpoint> refused = new ArrayList<>();
            for (JsonNode node : root.required("refused")) {
                refused.add(refused(node));
            }
            return new StoredWitness(seen, refused);
        } catch (JsonFormatException
                | JsonNodeException
                | NoteFormatException
                | CheckpointFormatException
                | IllegalArgumentException
                | DateTimeException e) {
            throw new IOException("the witness's file is damaged: " + e.getMessage(), e);
        }
    }

    private static SeenCheckpoint seen(JsonNode node) throws NoteFormatException, CheckpointFormatException {
        String note = node.required("note").stringValue();
        Checkpoint checkpoint = checkpoint(note);
        return new SeenCheckpoint(
                checkpoint.origin(),
                checkpoint.size(),
                checkpoint.root(),
                note,
                Instant.parse(node.required("firstSeen").stringValue()),
                Instant.parse(node.required("seen").stringValue()));
    }

    private static RefusedCheckpoint refused(JsonNode node) throws NoteFormatException, CheckpointFormatException {
        String note = node.required("note").stringValue();
        Checkpoint checkpoint = checkpoint(note);
        return new RefusedCheckpoint(
                checkpoint.origin(),
                checkpoint.size(),
                checkpoint.root().toString(),
                node.required("reason").stringValue(),
                note,
                Instant.parse(node.required("at").stringValue()));
    }

    private static Checkpoint checkpoint(String note) throws NoteFormatException, CheckpointFormatException {
        return Checkpoint.of(SignedNote.parse(note.getBytes(UTF_8)));
    }

    /** The content of the file. */
    @Override
    public String toString() {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("version", VERSION);
        ArrayNode seenNodes = root.putArray("seen");
        seen.values()
                .forEach(checkpoint -> seenNodes
                        .addObject()
                        .put("firstSeen", checkpoint.firstSeen().toString())
                        .put("seen", checkpoint.seen().toString())
                        .put("note", checkpoint.note()));
        ArrayNode refusedNodes = root.putArray("refused");
        refused.forEach(checkpoint -> refusedNodes
                .addObject()
                .put("at", checkpoint.at().toString())
                .put("reason", checkpoint.reason())
                .put("note", checkpoint.note()));
        return root.toPrettyString() + "\n";
    }
}

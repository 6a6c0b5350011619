package org.indelible.anchoring.checkpoint;

import java.util.List;
import org.indelible.anchoring.merkle.Hash;
import org.indelible.anchoring.note.SignedNote;
import org.indelible.anchoring.primitive.EncodingException;

/**
 * What a log commits to: the root of its tree at a size (C2SP tlog-checkpoint), for SHA-256 trees as RFC 6962.
 *
 * @param extensions further lines; not recommended, and none in the checkpoints made here
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {
    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (origin.isEmpty() || origin.contains("\n") || size < 0) {
            throw new IllegalArgumentException(
                    "a checkpoint has an origin of one line and a size that is not negative");
        }
        if (extensions.stream().anyMatch(line -> line.isEmpty() || line.contains("\n"))) {
            throw new IllegalArgumentException("extension lines of a checkpoint are not empty");
        }
    }

    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    /** Reads the text of a note; its signatures are another matter. */
    public static Checkpoint parse(String text) throws CheckpointFormatException {
        CheckpointText lines = CheckpointText.parse(text);
        Hash root;
        try {
            root = Hash.parse(lines.rootBase64());
        } catch (EncodingException e) {
            throw new CheckpointFormatException("root hash: " + e.getMessage(), e);
        }
        List<String> extensions = lines.extension().lines().toList();
        if (extensions.contains("")) {
            throw new CheckpointFormatException("extension lines of a checkpoint are not empty");
        }
        Checkpoint checkpoint = new Checkpoint(lines.origin(), lines.size(), root, extensions);
        if (!checkpoint.text().equals(text)) {
            throw new CheckpointFormatException("the lines of a checkpoint end with one newline each");
        }
        return checkpoint;
    }

    public static Checkpoint of(SignedNote note) throws CheckpointFormatException {
        return parse(note.text());
    }

    /** The note text, its final newline included. */
    public String text() {
        StringBuilder text = new StringBuilder(origin + '\n' + size + '\n' + root + '\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}

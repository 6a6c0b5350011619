package org.indelible.anchoring.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.indelible.anchoring.merkle.Hash;
import org.indelible.anchoring.note.NoteFormatException;
import org.indelible.anchoring.note.SignedNote;
import org.indelible.anchoring.primitive.EncodingException;

/**
 * The body of an {@code add-checkpoint} request (C2SP tlog-witness).
 *
 * @param oldSize size of the checkpoint that the witness is thought to have cosigned last; 0 for none
 * @param proof consistency proof from there; empty where {@code oldSize} is 0 or the checkpoint's own
 * @param note the checkpoint, with the log's signature
 */
public record AddCheckpoint(long oldSize, List<Hash> proof, SignedNote note) {
    /** A tree of 2^63 leaves needs no more. */
    public static final int MAX_PROOF = 63;

    private static final Pattern OLD = Pattern.compile("old (0|[1-9][0-9]{0,18})");

    public AddCheckpoint {
        proof = List.copyOf(proof);
        if (oldSize < 0 || proof.size() > MAX_PROOF) {
            throw new IllegalArgumentException("an old size is not negative, and a proof has at most 63 hashes");
        }
    }

    public static AddCheckpoint parse(byte[] body) throws WitnessFormatException {
        String text = new String(body, UTF_8);
        int blank = text.indexOf("\n\n");
        if (blank < 0) {
            throw new WitnessFormatException("an empty line parts the proof from the checkpoint");
        }
        List<String> lines = Arrays.asList(text.substring(0, blank).split("\n", -1));
        if (lines.size() > 1 + MAX_PROOF) {
            throw new WitnessFormatException("a proof has at most " + MAX_PROOF + " hashes");
        }
        AddCheckpoint parsed = new AddCheckpoint(
                oldSize(lines.getFirst()), proof(lines.subList(1, lines.size())), note(text.substring(blank + 2)));
        if (!Arrays.equals(parsed.toBytes(), body)) {
            throw new WitnessFormatException("a request is valid UTF-8");
        }
        return parsed;
    }

    public byte[] toBytes() {
        StringBuilder text = new StringBuilder("old ").append(oldSize).append('\n');
        proof.forEach(hash -> text.append(hash).append('\n'));
        return text.append('\n').append(note).toString().getBytes(UTF_8);
    }

    private static long oldSize(String line) throws WitnessFormatException {
        if (!OLD.matcher(line).matches()) {
            throw new WitnessFormatException("the first line is 'old <size>'");
        }
        try {
            return Long.parseLong(line.substring("old ".length()));
        } catch (NumberFormatException e) {
            throw new WitnessFormatException("old size is more than " + Long.MAX_VALUE, e);
        }
    }

    private static List<Hash> proof(List<String> lines) throws WitnessFormatException {
        List<Hash> hashes = new ArrayList<>();
        for (String line : lines) {
            try {
                hashes.add(Hash.parse(line));
            } catch (EncodingException e) {
                throw new WitnessFormatException("proof: " + e.getMessage(), e);
            }
        }
        return hashes;
    }

    private static SignedNote note(String text) throws WitnessFormatException {
        try {
            return SignedNote.parse(text.getBytes(UTF_8));
        } catch (NoteFormatException e) {
            throw new WitnessFormatException("checkpoint: " + e.getMessage(), e);
        }
    }
}

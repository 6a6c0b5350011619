package org.indelible.anchoring.checkpoint;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.indelible.anchoring.merkle.Hash;
import org.indelible.anchoring.note.NoteFormatException;
import org.indelible.anchoring.note.NoteSigner;
import org.indelible.anchoring.note.NoteVerificationException;
import org.indelible.anchoring.note.NoteVerifier;
import org.indelible.anchoring.note.SignedNote;
import org.indelible.anchoring.note.VerifierKey;
import org.indelible.anchoring.primitive.Base64Text;
import org.indelible.anchoring.primitive.Ed25519Key;
import org.indelible.anchoring.primitive.EncodingException;

/**
 * One key of a log takes the place of another: a signed note with the lines {@code indelible-log-key/1}, origin, tree size, base64 of the
 * root, base64 of the old key, base64 of the new one ({@code docs/EVIDENCE-FORMAT.md} section 4). The new key has signed it, which shows that
 * somebody holds it; and the old one, unless it was lost. No checkpoint can be read out of it: its second line is no number.
 *
 * @param size the old key signs no checkpoint of more entries than these, the new one none of fewer
 * @param root of the tree of that size
 * @param note as it was signed
 */
public record KeyHandover(String origin, long size, Hash root, Ed25519Key from, Ed25519Key to, SignedNote note) {
    private static final String FORMAT = "indelible-log-key/1";
    private static final Pattern LINES = Pattern.compile(
            FORMAT + "\\n([^\\n]+)\\n(0|[1-9][0-9]{0,17})\\n([^\\n]{44})\\n([^\\n]{44})\\n([^\\n]{44})\\n");

    /** Signed by these: the new key, and the old one unless it is lost. */
    public static KeyHandover sign(Checkpoint last, Ed25519Key from, Ed25519Key to, NoteSigner... signers) {
        SignedNote note = SignedNote.sign(text(last.origin(), last.size(), last.root(), from, to), signers);
        try {
            return parse(note.toString());
        } catch (CheckpointFormatException e) {
            throw new IllegalArgumentException("not signed by the two keys it names: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a note, and checks its signatures.
     *
     * @throws CheckpointFormatException also where the new key has not signed it, or a signature under one of the two keys is bad
     */
    public static KeyHandover parse(String text) throws CheckpointFormatException {
        try {
            SignedNote note = SignedNote.parse(text.getBytes(StandardCharsets.UTF_8));
            Matcher lines = LINES.matcher(note.text());
            if (!lines.matches()) {
                throw new CheckpointFormatException("a handover of keys has the lines " + FORMAT
                        + ", origin, decimal tree size, base64 root, base64 old key, base64 new key");
            }
            KeyHandover handover = new KeyHandover(
                    lines.group(1),
                    Long.parseLong(lines.group(2)),
                    Hash.parse(lines.group(3)),
                    key(lines.group(4)),
                    key(lines.group(5)),
                    note);
            handover.requireSigned();
            return handover;
        } catch (NoteFormatException | NoteVerificationException | EncodingException e) {
            throw new CheckpointFormatException("no handover of keys: " + e.getMessage(), e);
        }
    }

    private static Ed25519Key key(String base64) throws EncodingException {
        return Ed25519Key.of(Base64Text.STANDARD.decode(base64, Ed25519Key.BYTES));
    }

    private void requireSigned() throws NoteFormatException, NoteVerificationException, CheckpointFormatException {
        if (from.equals(to)) {
            throw new CheckpointFormatException("a key does not take its own place");
        }
        note.verify(List.of(verifier(to)));
        if (isVouchedFor()) {
            note.verify(List.of(verifier(from)));
        }
    }

    /** Whether the old key has signed it. Where it has not, nothing but the log's own entries says that the new one is the log's. */
    public boolean isVouchedFor() {
        VerifierKey old = new VerifierKey(origin, VerifierKey.ED25519, from);
        return note.signatures().stream()
                .anyMatch(signature ->
                        signature.name().equals(origin) && signature.keyId().equals(old.id()));
    }

    private NoteVerifier verifier(Ed25519Key key) throws NoteFormatException {
        return NoteVerifier.ed25519(new VerifierKey(origin, VerifierKey.ED25519, key).toString());
    }

    private static String text(String origin, long size, Hash root, Ed25519Key from, Ed25519Key to) {
        return String.join(
                "\n",
                FORMAT,
                origin,
                Long.toString(size),
                root.toString(),
                Base64Text.STANDARD.encode(from.encoded()),
                Base64Text.STANDARD.encode(to.encoded()),
                "");
    }
}

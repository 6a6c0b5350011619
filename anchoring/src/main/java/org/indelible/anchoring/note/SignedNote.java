package org.indelible.anchoring.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * A text with signatures below it (C2SP signed-note). What has been parsed has been written again and compared, so every note has one
 * encoding.
 *
 * @param text the signed text, its final newline included
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
    /** As golang.org/x/mod. */
    public static final int MAX_BYTES = 1_000_000;

    /** As golang.org/x/mod. */
    public static final int MAX_SIGNATURES = 100;

    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n")) {
            throw new IllegalArgumentException("the text of a note ends with a newline");
        }
    }

    /** Signs a text. */
    public static SignedNote sign(String text, NoteSigner... signers) {
        return new SignedNote(
                text, Arrays.stream(signers).map(signer -> signer.sign(text)).toList());
    }

    public static SignedNote parse(byte[] bytes) throws NoteFormatException {
        if (bytes.length > MAX_BYTES) {
            throw new NoteFormatException("a note has at most " + MAX_BYTES + " bytes, not " + bytes.length);
        }
        String note = new String(bytes, UTF_8);
        int blank = note.lastIndexOf("\n\n");
        if (blank < 0 || !note.endsWith("\n")) {
            throw new NoteFormatException(
                    "a note is a text, an empty line and signature lines, all ended by a newline");
        }
        if (note.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new NoteFormatException("a note has no control characters but newline");
        }
        SignedNote parsed = new SignedNote(note.substring(0, blank + 1), signatures(note.substring(blank + 2)));
        if (!Arrays.equals(parsed.toBytes(), bytes)) {
            throw new NoteFormatException("a note is valid UTF-8 and canonical base64");
        }
        return parsed;
    }

    public byte[] toBytes() {
        return toString().getBytes(UTF_8);
    }

    /** The same note with further signatures, for instance cosignatures. */
    public SignedNote with(Collection<NoteSignature> more) {
        List<NoteSignature> all = new ArrayList<>(signatures);
        all.addAll(more);
        return new SignedNote(text, all);
    }

    /** The same note with the signatures under one name alone, as whoever has that name gave it away. */
    public SignedNote signedBy(String name) {
        return new SignedNote(
                text,
                signatures.stream()
                        .filter(signature -> signature.name().equals(name))
                        .toList());
    }

    /**
     * Checks the signatures of all keys given, and gives those that are good. A bad signature of a known key refuses the note whatever
     * else signed it; signatures of other keys are ignored.
     */
    public List<NoteSignature> verify(Collection<? extends NoteVerifier> verifiers) throws NoteVerificationException {
        List<NoteSignature> good = new ArrayList<>();
        byte[] message = text.getBytes(UTF_8);
        for (NoteSignature signature : signatures) {
            for (NoteVerifier verifier : verifiers) {
                if (!signature.name().equals(verifier.name())
                        || !signature.keyId().equals(verifier.keyId())) {
                    continue;
                }
                if (!verifier.verify(message, signature.signature())) {
                    throw new NoteVerificationException(
                            "bad signature of " + verifier.name() + " with key " + verifier.keyId());
                }
                good.add(signature);
            }
        }
        if (good.isEmpty()) {
            throw new NoteVerificationException("expected a signature of one of "
                    + verifiers.stream().map(NoteVerifier::name).toList() + ", found those of "
                    + signatures.stream().map(NoteSignature::name).toList());
        }
        return good;
    }

    /** The text form. */
    @Override
    public String toString() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature).append('\n'));
        return note.toString();
    }

    private static List<NoteSignature> signatures(String block) throws NoteFormatException {
        List<String> lines = block.lines().toList();
        if (lines.isEmpty() || lines.size() > MAX_SIGNATURES) {
            throw new NoteFormatException("a note has 1 to " + MAX_SIGNATURES + " signatures, not " + lines.size());
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : lines) {
            signatures.add(NoteSignature.parseLine(line));
        }
        return signatures;
    }
}

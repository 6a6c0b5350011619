package org.indelible.anchoring.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.indelible.anchoring.note.NoteFormatException;
import org.indelible.anchoring.note.NoteVerificationException;
import org.indelible.anchoring.note.NoteVerifier;
import org.indelible.anchoring.note.SignedNote;
import org.indelible.anchoring.primitive.Base64Text;
import org.indelible.anchoring.primitive.Sha256;

/** {@code SHA256SUMS}: the hash of every other file, in the order of the ZIP, as {@code sha256sum} reads it; and the installation's signature over it. */
public final class Sums {
    public static final String NAME = "SHA256SUMS";
    public static final String SIGNATURE_NAME = "SHA256SUMS.note";

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  ([A-Za-z0-9._/-]+)");

    private final Map<String, byte[]> hashes = new HashMap<>();

    private Sums() {}

    /** What the installation signs. No checkpoint can be read out of it: its second line is no number. */
    static String signedText(byte[] sums) {
        return Manifest.FORMAT + '\n' + Base64Text.STANDARD.encode(Sha256.of(sums)) + '\n';
    }

    /** Reads the list and holds it against the directory: the same files in the same order, and these two last. */
    public static Sums parse(byte[] list, List<BundleMember> members) throws EvidenceFormatException {
        String text = new String(list, StandardCharsets.US_ASCII);
        if (!text.endsWith("\n")) {
            throw new EvidenceFormatException(NAME + " does not end with a line");
        }
        List<String> lines = text.lines().toList();
        if (members.size() != lines.size() + 2
                || !members.get(lines.size()).name().equals(NAME)
                || !members.get(lines.size() + 1).name().equals(SIGNATURE_NAME)) {
            throw new EvidenceFormatException("the bundle has " + members.size() + " files, its signed list "
                    + lines.size() + " and the two of the list itself: a file was added, dropped or moved");
        }
        Sums sums = new Sums();
        for (int i = 0; i < lines.size(); i++) {
            Matcher line = LINE.matcher(lines.get(i));
            if (!line.matches()) {
                throw new EvidenceFormatException("line " + (i + 1) + " of " + NAME + " is none of sha256sum");
            }
            if (!line.group(2).equals(members.get(i).name())) {
                throw new EvidenceFormatException(
                        "the bundle has the file " + members.get(i).name() + " where its list has " + line.group(2)
                                + ": a file was added, dropped or moved");
            }
            sums.hashes.put(line.group(2), HexFormat.of().parseHex(line.group(1)));
        }
        return sums;
    }

    /** Whether the installation signed this list. */
    public static void verify(byte[] list, byte[] note, NoteVerifier installation) throws EvidenceFormatException {
        try {
            SignedNote signed = SignedNote.parse(note);
            signed.verify(List.of(installation));
            if (!signed.text().equals(signedText(list))) {
                throw new EvidenceFormatException("the list of files is not the one that was signed");
            }
        } catch (NoteFormatException | NoteVerificationException e) {
            throw new EvidenceFormatException(
                    "the list of files is not signed by the installation: " + e.getMessage(), e);
        }
    }

    /** Whether this is the content that was listed; the list itself and its signature are held against each other instead. */
    public boolean lists(String name, byte[] content) {
        byte[] expected = hashes.get(name);
        return expected != null && Arrays.equals(expected, Sha256.of(content));
    }
}

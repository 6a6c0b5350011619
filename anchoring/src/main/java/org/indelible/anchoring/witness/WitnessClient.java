package org.indelible.anchoring.witness;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.indelible.anchoring.note.NoteFormatException;
import org.indelible.anchoring.note.NoteSignature;
import org.indelible.anchoring.note.SignedNote;
import org.indelible.anchoring.outbound.OutboundAnswer;
import org.indelible.anchoring.outbound.OutboundException;
import org.indelible.anchoring.outbound.OutboundPost;

/** Asks a witness once (C2SP tlog-witness, "add-checkpoint"), whichever kind it is. */
public final class WitnessClient implements AutoCloseable {
    /** Signature lines of a hundred keys, ML-DSA-44 among them. */
    public static final int MAX_ANSWER_BYTES = 512 * 1024;

    private static final Pattern SIZE = Pattern.compile("(0|[1-9][0-9]{0,18})\\n?");

    private final OutboundPost http;

    /** @param patience for one whole request and answer */
    public WitnessClient(Duration patience) {
        this.http = new OutboundPost(patience, MAX_ANSWER_BYTES);
    }

    /** @param prefix submission prefix */
    public WitnessAnswer add(URI prefix, AddCheckpoint request) {
        try {
            OutboundAnswer answer = http.post(endpoint(prefix), "text/plain; charset=utf-8", request.toBytes());
            return switch (answer.status()) {
                case 200 -> lines(answer);
                case 409 -> new WitnessAnswer.Conflict(size(answer.body()));
                case 400, 403, 404, 422 -> new WitnessAnswer.Refused(answer.status(), answer.summary());
                default ->
                    new WitnessAnswer.Nothing(
                            "it answered with status " + answer.status() + ": " + answer.summary(),
                            answer.retryAfter());
            };
        } catch (OutboundException e) {
            return new WitnessAnswer.Nothing(String.valueOf(e.getMessage()), Optional.empty());
        }
    }

    private static URI endpoint(URI prefix) {
        String text = prefix.toString();
        return URI.create((text.endsWith("/") ? text : text + "/") + "add-checkpoint");
    }

    private static WitnessAnswer lines(OutboundAnswer answer) {
        String text = new String(answer.body(), UTF_8);
        List<NoteSignature> lines = new ArrayList<>();
        try {
            for (String line : text.lines().toList()) {
                lines.add(NoteSignature.parseLine(line));
            }
        } catch (NoteFormatException e) {
            return new WitnessAnswer.Nothing(
                    "its answer is not signature lines: " + answer.summary(), Optional.empty());
        }
        if (lines.isEmpty() || lines.size() > SignedNote.MAX_SIGNATURES) {
            return new WitnessAnswer.Nothing("its answer has " + lines.size() + " signature lines", Optional.empty());
        }
        return new WitnessAnswer.Lines(lines);
    }

    /** Some witnesses say nothing where the same size has another root. */
    private static OptionalLong size(byte[] body) {
        String text = new String(body, US_ASCII);
        if (!SIZE.matcher(text).matches()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(text.strip()));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    @Override
    public void close() {
        http.close();
    }
}

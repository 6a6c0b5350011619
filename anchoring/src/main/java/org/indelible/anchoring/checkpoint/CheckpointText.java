package org.indelible.anchoring.checkpoint;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.indelible.anchoring.primitive.Base64Text;
import org.indelible.anchoring.primitive.EncodingException;

/**
 * The lines of a checkpoint of any log, whatever its hash and its extensions: what go's {@code transparency-dev/formats} reads too.
 * {@link Checkpoint} is the stricter thing that logs of this kind sign.
 *
 * @param rootBase64 root hash, of any length
 * @param extension whatever follows the third line
 */
record CheckpointText(String origin, long size, String rootBase64, String extension) {
    private static final Pattern LINES =
            Pattern.compile("([^\\n]+)\\n(0|[1-9][0-9]{0,18})\\n([^\\n]+)\\n(.*)", Pattern.DOTALL);

    static CheckpointText parse(String text) throws CheckpointFormatException {
        Matcher matcher = LINES.matcher(text);
        if (!matcher.matches()) {
            throw new CheckpointFormatException(
                    "a checkpoint has the lines origin, decimal tree size, base64 root hash, each ended by a newline");
        }
        return new CheckpointText(matcher.group(1), size(matcher.group(2)), base64(matcher.group(3)), matcher.group(4));
    }

    private static long size(String digits) throws CheckpointFormatException {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw new CheckpointFormatException("tree size " + digits + " is more than " + Long.MAX_VALUE, e);
        }
    }

    private static String base64(String text) throws CheckpointFormatException {
        try {
            Base64Text.STANDARD.decode(text);
            return text;
        } catch (EncodingException e) {
            throw new CheckpointFormatException("root hash: " + e.getMessage(), e);
        }
    }
}

package org.indelible.casebook;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a file is by its first bytes, whatever it is called. */
final class FileKind {
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    private FileKind() {}

    /** The media type; empty for what is not filed. */
    static String of(byte[] content) {
        if (begins(content, PDF)) {
            return "application/pdf";
        }
        if (begins(content, PNG)) {
            return "image/png";
        }
        if (begins(content, JPEG)) {
            return "image/jpeg";
        }
        return plainText(content) ? "text/plain" : "";
    }

    private static boolean begins(byte[] content, byte[] mark) {
        return content.length >= mark.length && Arrays.equals(Arrays.copyOf(content, mark.length), mark);
    }

    /** Well-formed UTF-8 without control characters but white space; mark-up that a browser could run is none. */
    private static boolean plainText(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return !text.isEmpty()
                    && !text.stripLeading().startsWith("<")
                    && text.chars().noneMatch(c -> Character.isISOControl(c) && !Character.isWhitespace(c));
        } catch (CharacterCodingException notText) {
            return false;
        }
    }
}

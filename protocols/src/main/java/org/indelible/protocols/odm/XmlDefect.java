package org.indelible.protocols.odm;

import com.ctc.wstx.exc.WstxEOFException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Says what the parser's exception means to whoever made the file. */
public final class XmlDefect {
    private static final Pattern LIMIT = Pattern.compile("limit \\(\\d+\\) exceeded", Pattern.CASE_INSENSITIVE);

    private XmlDefect() {}

    /**
     * The diagnostic for a file that could not be parsed to its end.
     *
     * @param input what was being parsed
     * @param last the last place reached, for exceptions that carry none
     */
    public static Diagnostic of(XMLStreamException e, TracedInput input, Position last) {
        Position at = at(e.getLocation(), last);
        String said = firstLine(e);
        if (e instanceof WstxEOFException) {
            return error("truncated", "The file ends before its XML does: " + said, "Send the whole file again.", at);
        }
        if (causedBy(e, CharConversionException.class)
                || causedBy(e, UnsupportedEncodingException.class)
                || said.startsWith("Unsupported encoding")) {
            return error(
                    "wrong-encoding",
                    "The bytes are not in the encoding the file declares: " + said,
                    "Save the file in UTF-8, or correct the encoding in its XML declaration.",
                    input.malformed().orElse(at));
        }
        if (LIMIT.matcher(said).find()) {
            return error(
                    "limit-exceeded",
                    "The file goes beyond what is accepted (text " + HardenedXml.MAX_TEXT + " characters, depth "
                            + HardenedXml.MAX_DEPTH + ", attributes " + HardenedXml.MAX_ATTRIBUTES + "): " + said,
                    "Shorten the text or split the element named.",
                    at);
        }
        if (said.startsWith("Undeclared namespace prefix") || said.contains("Unbound namespace prefix")) {
            return error(
                    "undeclared-prefix",
                    said,
                    "Declare the prefix with xmlns:prefix=\"...\" on the ODM element, or remove what uses it.",
                    at);
        }
        if (said.contains("Undeclared general entity")) {
            return error(
                    "undeclared-entity",
                    "Only XML's own five entities are expanded: " + said,
                    "Replace the entity reference by its text.",
                    at);
        }
        if (e.getNestedException() instanceof IOException io) {
            return error("unreadable", "The file cannot be read: " + io.getMessage(), "Send the file again.", at);
        }
        return error("malformed-xml", "This is not well-formed XML: " + said, "Correct the XML at this place.", at);
    }

    static Diagnostic error(String code, String message, String cure, Position at) {
        return Diagnostic.of(Severity.ERROR, code, message, cure, at, null);
    }

    private static Position at(@Nullable Location location, Position last) {
        return location == null || location.getLineNumber() < 1
                ? last
                : new Position(location.getLineNumber(), Math.max(1, location.getColumnNumber()));
    }

    private static boolean causedBy(Throwable e, Class<? extends Throwable> type) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return true;
            }
        }
        return e instanceof XMLStreamException x && type.isInstance(x.getNestedException());
    }

    private static String firstLine(XMLStreamException e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return message.lines().findFirst().orElse(message);
    }
}

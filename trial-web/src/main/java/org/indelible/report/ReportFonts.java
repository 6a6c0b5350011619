package org.indelible.report;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The fonts that reports are set in and carry: Inter, then DejaVu Sans for what Inter has no shape for (Greek, Cyrillic, Hebrew, Arabic and many
 * signs), then those an administrator put into a directory, for Chinese, Japanese or Korean for instance. What none of them can show is
 * replaced by a box, and the report says so.
 */
final class ReportFonts {
    static final String BOX = "□";

    private static final String INTER = "/META-INF/resources/_static/inter/%s/files/inter-%s-%d-normal.woff";
    private static final String DEJAVU = "/net/sf/jasperreports/fonts/dejavu/%s.ttf";
    private static final List<String> INTER_PARTS =
            List.of("latin", "latin-ext", "greek", "greek-ext", "cyrillic", "cyrillic-ext", "vietnamese");
    private static final int REGULAR = 400;
    private static final int STRONG = 600;

    private record Face(String family, int weight, byte[] sfnt) {}

    private final List<Face> faces = new ArrayList<>();
    private final BitSet shown = new BitSet(Character.MAX_CODE_POINT);

    /** @param more directory of TrueType fonts ({@code .ttf}), used in the order of their names; it need not be there */
    ReportFonts(String interVersion, Path more) {
        try {
            for (String part : INTER_PARTS) {
                for (int weight : new int[] {REGULAR, STRONG}) {
                    add(
                            "Inter " + part,
                            weight,
                            WoffFont.unpacked(resource(INTER.formatted(interVersion, part, weight))));
                }
            }
            add("DejaVu Sans", REGULAR, resource(DEJAVU.formatted("DejaVuSans")));
            add("DejaVu Sans", STRONG, resource(DEJAVU.formatted("DejaVuSans-Bold")));
            add("DejaVu Sans Mono", REGULAR, resource(DEJAVU.formatted("DejaVuSansMono")));
            for (Path file : files(more)) {
                add("More " + file.getFileName(), REGULAR, Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".ttf"))
                    .sorted()
                    .toList();
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = ReportFonts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("the font " + name + " is not on the class path");
            }
            return in.readAllBytes();
        }
    }

    private void add(String family, int weight, byte[] sfnt) throws IOException {
        faces.add(new Face(family, weight, sfnt));
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(sfnt))) {
            CmapLookup characters = font.getUnicodeCmapLookup();
            for (int codePoint = 0x20; codePoint <= 0x2ffff; codePoint++) {
                if (weight == REGULAR && characters.getGlyphId(codePoint) != 0) {
                    shown.set(codePoint);
                }
            }
        }
    }

    void addTo(PdfRendererBuilder builder) {
        faces.forEach(face -> builder.useFont(
                () -> new ByteArrayInputStream(face.sfnt()), face.family(), face.weight(), FontStyle.NORMAL, true));
    }

    /** For {@code font-family}, in the order in which they are asked for a character. */
    String families() {
        return faces.stream()
                .map(Face::family)
                .filter(family -> !family.endsWith("Mono"))
                .distinct()
                .map(family -> "'" + family + "'")
                .collect(Collectors.joining(", "));
    }

    /** Characters of a text that no font can show. */
    Set<Integer> missing(String text) {
        Set<Integer> missing = new TreeSet<>();
        text.codePoints().filter(codePoint -> !shows(codePoint)).forEach(missing::add);
        return missing;
    }

    /** The text with a box for each character that no font can show. */
    String showable(String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> {
            if (shows(codePoint)) {
                result.appendCodePoint(codePoint);
            } else {
                result.append(BOX);
            }
        });
        return result.toString();
    }

    private boolean shows(int codePoint) {
        return codePoint == '\n' || codePoint == '\r' || codePoint == '\t' || shown.get(codePoint);
    }
}

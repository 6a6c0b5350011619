package org.indelible.report;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;

/** Sets a page description as PDF/A-3u, attaches the evidence and seals the whole. */
final class PdfReport {
    static final String ATTACHMENT = "evidence.zip";

    /** Room for the signature and a token with their chains; in hexadecimal it is twice that, and ISO 19005-3 section 6.1.13 lets no string be longer than 32,767 bytes. */
    private static final int SEAL_BYTES = 30_000;

    private final ReportFonts fonts;
    private final byte[] colours;

    PdfReport(ReportFonts fonts) {
        this.fonts = fonts;
        this.colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    }

    /**
     * @param html well-formed, every character showable
     * @param evidence file to attach; absent where the report has none
     * @param to where the sealed report goes; there is nothing there where this fails
     */
    void write(String html, Optional<Path> evidence, PadesSeal seal, Instant now, Path to) throws IOException {
        Path unsealed = Files.createTempFile(to.toAbsolutePath().getParent(), "report", ".unsealed");
        try {
            set(html, evidence, now, unsealed);
            seal(unsealed, seal, now, to);
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(to);
            throw failed;
        } finally {
            Files.delete(unsealed);
        }
    }

    private void set(String html, Optional<Path> evidence, Instant now, Path to) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_U);
        builder.usePdfUaAccessibility(true);
        builder.useColorProfile(colours);
        builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
        builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
        builder.defaultTextDirection(TextDirection.LTR);
        builder.withProducer("Indelible");
        fonts.addTo(builder);
        builder.withHtmlContent(html, null);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(to), 1 << 16)) {
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            if (evidence.isPresent()) {
                attach(document, evidence.get(), now);
            }
            document.save(out);
        }
    }

    /** ISO 19005-3 section 6.8: an associated file of the document as a whole. */
    private static void attach(PDDocument document, Path evidence, Instant now) throws IOException {
        PDComplexFileSpecification file = new PDComplexFileSpecification();
        file.setFile(ATTACHMENT);
        file.setFileUnicode(ATTACHMENT);
        file.setFileDescription("The records this report was made from, with their seals and proofs");
        try (InputStream in = Files.newInputStream(evidence)) {
            PDEmbeddedFile embedded = new PDEmbeddedFile(document, in);
            embedded.setSubtype("application/zip");
            embedded.setSize(Math.toIntExact(Files.size(evidence)));
            embedded.setModDate(calendar(now));
            file.setEmbeddedFile(embedded);
            file.setEmbeddedFileUnicode(embedded);
        }
        file.getCOSObject().setName(COSName.getPDFName("AFRelationship"), "Data");
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of(ATTACHMENT, file));
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(catalog);
        names.setEmbeddedFiles(tree);
        catalog.setNames(names);
        COSArray associated = new COSArray();
        associated.add(file);
        catalog.getCOSObject().setItem(COSName.getPDFName("AF"), associated);
    }

    private static void seal(Path unsealed, PadesSeal seal, Instant now, Path to) throws IOException {
        PDSignature signature = new PDSignature();
        signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
        signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
        signature.setName("Indelible");
        signature.setReason("Sealed by the installation that made it; not the signature of a person");
        signature.setSignDate(calendar(now));
        try (PDDocument document = Loader.loadPDF(unsealed.toFile());
                SignatureOptions options = new SignatureOptions();
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(to), 1 << 16)) {
            options.setPreferredSignatureSize(SEAL_BYTES);
            document.addSignature(signature, seal, options);
            document.saveIncremental(out);
        }
    }

    private static Calendar calendar(Instant at) {
        return GregorianCalendar.from(at.atZone(ZoneOffset.UTC));
    }
}

package org.indelible.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.indelible.DemoPortalTest;
import org.indelible.anchoring.evidence.verify.BundleReport;
import org.indelible.anchoring.evidence.verify.BundleVerifier;
import org.indelible.anchoring.evidence.verify.OlderCheckpoint;
import org.indelible.anchoring.evidence.verify.VerifierOptions;
import org.indelible.anchoring.ledger.CheckpointService;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.verify.Outcome;
import org.indelible.anchoring.verify.ProgressListener;
import org.indelible.portal.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** Reports of the demo trial, as their reader gets them: valid as PDF/A-3u, sealed, searchable, and with evidence that verifies. */
@DemoPortalTest
@Requirement({"R32", "R43"})
class ReportTest {
    private static final String TRIAL = "/trials/de300000-0000-4000-8000-000000000301";
    private static Chromium chromium;

    @TempDir
    Path directory;

    @LocalServerPort
    private int port;

    @Autowired
    private CheckpointService checkpoints;

    @Autowired
    private LedgerStore ledgers;

    @BeforeAll
    static void start() {
        VeraGreenfieldFoundryProvider.initialise();
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = ReportKind.class,
            names = {"CASEBOOK", "AUDIT", "HISTORY", "STAFF", "LOCK"})
    void aReportIsValidSealedAndCarriesEvidenceThatVerifies(ReportKind kind) throws Exception {
        Path report = made("inspector", kind, "701-006");

        assertThat(violations(report)).isEmpty();
        assertThat(sealHolds(Files.readAllBytes(report))).isTrue();
        BundleReport evidence = verified(attached(report));
        assertThat(evidence.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(text(report)).contains("How to check this report").contains("HORIZON-HT");
        assertThat(recorded("inspector"))
                .contains("\"what\":\"report." + kind.code() + "\"")
                .contains("\"evt\":\"data-exported\"");
    }

    @Test
    @Requirement({"R31", "R43"})
    void aCasebookShowsWhatWasChangedWhyAndWhoSignedWithWhichMeaning() throws Exception {
        String text = text(made("inspector", ReportKind.CASEBOOK, "701-006")).replaceAll("\\s+", " ");

        assertThat(text)
                .contains("▲ changed")
                .contains("Changes since first entry")
                .contains("Digits were swapped")
                .contains("meaning approval");
    }

    @Test
    void aChangedByteIsNoticed() throws Exception {
        byte[] report = Files.readAllBytes(made("inspector", ReportKind.STAFF, ""));
        byte[] altered = report.clone();
        altered[altered.length / 3] ^= 1;

        assertThat(sealHolds(report)).isTrue();
        assertThat(sealHolds(altered)).isFalse();
    }

    /** Poppler's own check, where it is on the machine; CI demands it. */
    @Test
    void anotherReaderFindsTheSealValid() throws Exception {
        Path pdfsig = Path.of("/usr/bin/pdfsig");
        if (!Boolean.getBoolean("indelible.poppler.required")) {
            Assumptions.assumeTrue(Files.isExecutable(pdfsig), "no pdfsig on this machine");
        }
        Path report = made("inspector", ReportKind.LOCK, "");
        Process process = new ProcessBuilder(pdfsig.toString(), "-nocert", report.toString())
                .redirectErrorStream(true)
                .start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("Signature is Valid.")
                .contains("Total document signed");
    }

    @Test
    void whoeverMayNotSeeTheParticipantGetsNoReport() throws Exception {
        try (Reader reader = new Reader("investigator2")) {
            reader.page.navigate(reader.base() + TRIAL + "/reports/make?kind=casebook&participant=701-006");
            assertThat(reader.page.locator(".error-summary").textContent()).contains("no such participant");
        }
    }

    /** Asks as a person does, and waits for the download. */
    private Path made(String account, ReportKind kind, String participant) throws IOException {
        try (Reader reader = new Reader(account)) {
            Page page = reader.page;
            page.navigate(reader.base() + TRIAL + "/reports?participant=" + participant);
            page.locator("#kind-" + kind.code()).check();
            page.locator("form[action$='/reports/make'] button").click();
            page.waitForSelector("a[download]", new Page.WaitForSelectorOptions().setTimeout(120_000));
            Download download =
                    page.waitForDownload(() -> page.locator("a[download]").click());
            Path file = directory.resolve(kind.code() + ".pdf");
            download.saveAs(file);
            return file;
        }
    }

    private final class Reader implements AutoCloseable {
        final Page page = chromium.browser().newPage();

        Reader(String account) {
            page.navigate(base() + "/sign-in");
            page.locator("#username").fill(account);
            page.locator("#password").fill(DemoPortalTest.PASSWORD);
            page.keyboard().press("Enter");
            page.waitForURL(base() + "/");
        }

        String base() {
            return "http://localhost:" + port;
        }

        @Override
        public void close() {
            page.close();
        }
    }

    /** What veraPDF finds against ISO 19005-3 at level U. */
    private static String violations(Path report) throws Exception {
        PDFAFlavour flavour = PDFAFlavour.PDFA_3_U;
        try (PDFAParser parser = Foundries.defaultInstance().createParser(report.toFile(), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            return result.isCompliant() ? "" : result.getTestAssertions().toString();
        }
    }

    private static boolean sealHolds(byte[] report) throws Exception {
        try (PDDocument document = Loader.loadPDF(report)) {
            PDSignature signature = document.getLastSignatureDictionary();
            int[] range = signature.getByteRange();
            assertThat(range[2] + range[3]).isEqualTo(report.length);
            assertThat(signature.getSubFilter()).isEqualTo("ETSI.CAdES.detached");
            CMSSignedData cms = new CMSSignedData(
                    new CMSProcessableByteArray(signature.getSignedContent(new ByteArrayInputStream(report))),
                    new ByteArrayInputStream(signature.getContents(report)));
            SignerInformation signer =
                    cms.getSignerInfos().getSigners().iterator().next();
            X509CertificateHolder certificate = (X509CertificateHolder)
                    cms.getCertificates().getMatches(signer.getSID()).iterator().next();
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
        } catch (CMSException altered) {
            return false;
        }
    }

    private Path attached(Path report) throws IOException {
        try (PDDocument document = Loader.loadPDF(report.toFile());
                InputStream content = Objects.requireNonNull(Objects.requireNonNull(
                                        new PDDocumentNameDictionary(document.getDocumentCatalog()).getEmbeddedFiles())
                                .getNames()
                                .get(PdfReport.ATTACHMENT))
                        .getEmbeddedFile()
                        .createInputStream()) {
            return Files.write(directory.resolve("evidence.zip"), content.readAllBytes());
        }
    }

    private BundleReport verified(Path bundle) throws Exception {
        OlderCheckpoint older = OlderCheckpoint.parse(
                checkpoints.latest(LedgerStore.PLATFORM).orElseThrow().note().getBytes(StandardCharsets.UTF_8));
        return new BundleVerifier(new VerifierOptions(Optional.empty(), Optional.of(older)))
                .verify(bundle, ProgressListener.NONE);
    }

    private static String text(Path report) throws IOException {
        try (PDDocument document = Loader.loadPDF(report.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private String recorded(String account) {
        StringBuilder all = new StringBuilder();
        ledgers.readStream("account:" + account, 0)
                .forEach(entry -> all.append(
                        new String(Base64.getUrlDecoder().decode(entry.sealed().payload()), StandardCharsets.UTF_8)));
        return all.toString();
    }
}

package org.indelible.clinicaldata;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.indelible.api.ApiCall;
import org.indelible.exports.Exports;
import org.indelible.portal.TrialPage;
import org.indelible.protocols.write.OdmVersion;
import org.indelible.readmodel.api.BadParameter;
import org.indelible.readmodel.api.TrialReader;
import org.indelible.readmodel.api.TrialReader.Reading;
import org.indelible.security.SignedInPerson;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code GET /api/v1/trials/{t}/clinical-data}, and the same file from the portal. */
@Controller
class ClinicalDataExportController {
    private static final String ROUTE = "/api/v1/trials/{trial}/clinical-data";
    private static final String LATEST_OF_ONE = "1.3.2";

    private final OdmExports exports;
    private final TrialReader reader;

    ClinicalDataExportController(OdmExports exports, TrialReader reader) {
        this.exports = exports;
        this.reader = reader;
    }

    @ApiCall(
            value = "The trial's data as an ODM snapshot, version 1.3.2 or 2.0, with audit records, signatures and"
                    + " queries, streamed.",
            gives = MediaType.APPLICATION_XML_VALUE,
            refusals = {"400 version-not-written", "404 unknown-trial", "422 no-study-build"})
    @GetMapping(ROUTE)
    void clinicalData(
            @AuthenticationPrincipal SignedInPerson person,
            @PathVariable String trial,
            @RequestParam(defaultValue = LATEST_OF_ONE) String version,
            @RequestParam(defaultValue = "") String asOf,
            HttpServletResponse response)
            throws IOException {
        Reading reading = reader.of(person, trial, asOf, "GET " + ROUTE);
        exports.send(reading.asOf(), reading.visibility(), Exports.By.byApi(person), version(version), response);
    }

    @GetMapping("/trials/{trial}/clinical-data")
    void file(TrialPage page, @RequestParam(defaultValue = LATEST_OF_ONE) String version, HttpServletResponse response)
            throws IOException {
        exports.send(page.asOf(), page.visibility(), Exports.By.onPage(page.person()), version(version), response);
    }

    private static OdmVersion version(String text) {
        return OdmVersion.of(text)
                .orElseThrow(() -> BadParameter.of(
                        HttpStatus.BAD_REQUEST,
                        "version-not-written",
                        "ODM is written in version 1.3.2 or 2.0, not \"" + text + "\"."));
    }
}

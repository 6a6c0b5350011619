package org.indelible.clinicaldata;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.indelible.api.ApiCall;
import org.indelible.exports.Exports;
import org.indelible.portal.TrialPage;
import org.indelible.protocols.dataset.DatasetFormat;
import org.indelible.readmodel.api.BadParameter;
import org.indelible.readmodel.api.TrialReader;
import org.indelible.readmodel.api.TrialReader.Reading;
import org.indelible.security.SignedInPerson;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code GET /api/v1/trials/{t}/datasets}, and the same file from the portal. */
@Controller
class DatasetExportController {
    private static final String ROUTE = "/api/v1/trials/{trial}/datasets";

    private final DatasetExports exports;
    private final TrialReader reader;

    DatasetExportController(DatasetExports exports, TrialReader reader) {
        this.exports = exports;
        this.reader = reader;
    }

    @ApiCall(
            value = "The trial's data as CDISC Dataset-JSON 1.1, a dataset for each item group, in a ZIP with the"
                    + " Define-XML 2.1 that describes them and the checkpoint, streamed; format is json or ndjson.",
            gives = DatasetExports.MEDIA_TYPE,
            refusals = {"400 format-not-written", "404 unknown-trial", "422 no-study-build"})
    @GetMapping(ROUTE)
    void datasets(
            @AuthenticationPrincipal SignedInPerson person,
            @PathVariable String trial,
            @RequestParam(defaultValue = "json") String format,
            @RequestParam(defaultValue = "") String asOf,
            HttpServletResponse response)
            throws IOException {
        Reading reading = reader.of(person, trial, asOf, "GET " + ROUTE);
        exports.send(reading.asOf(), reading.visibility(), Exports.By.byApi(person), format(format), response);
    }

    @GetMapping("/trials/{trial}/datasets")
    void file(TrialPage page, @RequestParam(defaultValue = "json") String format, HttpServletResponse response)
            throws IOException {
        exports.send(page.asOf(), page.visibility(), Exports.By.onPage(page.person()), format(format), response);
    }

    private static DatasetFormat format(String code) {
        return DatasetFormat.of(code)
                .orElseThrow(() -> BadParameter.of(
                        HttpStatus.BAD_REQUEST,
                        "format-not-written",
                        "Dataset-JSON is written as json or ndjson, not as \"" + code + "\"."));
    }
}

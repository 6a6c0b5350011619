package org.indelible.exports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.indelible.portal.Say;
import org.indelible.portal.TrialPage;
import org.indelible.portal.table.Column;
import org.indelible.portal.table.Tables;
import org.indelible.protocols.dataset.DatasetFormat;
import org.indelible.protocols.write.OdmVersion;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriComponentsBuilder;

/** Who took what out of the trial (R11). */
@Controller
class ExportsController {
    /** Older ones are in the platform ledger all the same. */
    private static final int LATEST = 2_000;

    private final ExportLog log;
    private final Say say;

    ExportsController(ExportLog log, Say say) {
        this.log = log;
        this.say = say;
    }

    @GetMapping("/trials/{trial}/exports")
    String exports(TrialPage page, Tables tables, Model model) {
        List<Column<ExportRow>> columns = List.of(
                Column.moment("at", "audit.when", ExportRow::at),
                Column.text("who", "audit.by", row -> row.who() + " (" + say.role(row.role()) + ")"),
                Column.text("what", "exports.what", row -> say.word("export", row.what())),
                Column.text("format", "exports.format", ExportRow::mediaType),
                Column.text("filter", "exports.filter", ExportRow::filter),
                Column.number("size", "exports.as-of", ExportRow::treeSize),
                Column.number("checkpoint", "exports.checkpoint", ExportRow::checkpointSize));
        model.addAttribute("exports", tables.of("exports", columns, log.rows(page.id(), page.person(), LATEST)));
        model.addAttribute("files", files(page));
        return "audit/exports";
    }

    /** Addresses of the trial's data by the names of standards, as of the page's point. */
    private static Map<String, String> files(TrialPage page) {
        Map<String, String> files = new LinkedHashMap<>();
        for (OdmVersion version : OdmVersion.values()) {
            files.put("ODM " + version.text(), link(page, "/clinical-data", "version", version.text()));
        }
        files.put("Dataset-JSON", link(page, "/datasets", "format", DatasetFormat.JSON.code()));
        files.put("Dataset-JSON (NDJSON)", link(page, "/datasets", "format", DatasetFormat.NDJSON.code()));
        return files;
    }

    private static String link(TrialPage page, String path, String parameter, String value) {
        return UriComponentsBuilder.fromUriString(page.link(path))
                .queryParam(parameter, value)
                .toUriString();
    }
}

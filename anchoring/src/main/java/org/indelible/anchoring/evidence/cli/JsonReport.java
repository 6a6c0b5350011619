package org.indelible.anchoring.evidence.cli;

import java.util.Locale;
import org.indelible.anchoring.evidence.verify.BundleReport;
import org.indelible.anchoring.verify.Finding;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Findings for programs. Names of checks and outcomes are stable. */
final class JsonReport {
    private JsonReport() {}

    static String of(BundleReport report) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("result", code(report.outcome()));
        json.put("exit", ExitCode.of(report));
        report.manifest().ifPresent(manifest -> {
            json.put("ledger", manifest.ledger());
            json.put("origin", manifest.identity().origin(manifest.trialLog().name()));
            json.put(
                    "key",
                    manifest.identity().verifierKey(manifest.trialLog().name()).toString());
            json.put("treeSize", manifest.treeSize());
            json.put("scope", manifest.scope().kind());
            json.put("profile", manifest.profile().code());
            json.put("complete", manifest.complete());
        });
        json.put("entries", report.entries());
        json.put("simulatedClock", report.simulatedClock());
        ArrayNode findings = json.putArray("findings");
        report.findings().forEach(finding -> findings.add(finding(finding)));
        return json.toPrettyString() + "\n";
    }

    private static ObjectNode finding(Finding finding) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("outcome", code(finding.outcome()));
        json.put("check", code(finding.check()));
        json.put("title", Titles.of(finding.check()));
        json.put("ledger", finding.ledger());
        finding.leafIndex().ifPresent(index -> json.put("entry", index));
        finding.stream().ifPresent(stream -> json.put("stream", stream));
        json.put("subject", finding.subject());
        json.put("message", finding.message());
        return json;
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

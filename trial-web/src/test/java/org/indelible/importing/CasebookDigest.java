package org.indelible.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.indelible.Api;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.clinicaldata.ClinicalDataHandler;
import org.indelible.protocols.clinicaldata.OdmClinicalDataReader;
import org.indelible.protocols.clinicaldata.SubjectData;
import org.indelible.protocols.odm.Diagnostic;
import org.indelible.protocols.odm.Severity;
import tools.jackson.databind.JsonNode;

/**
 * All values of a trial as the API tells them, in the form in which the oracle counts them: lines {@code subject|event|event repeat|form|form repeat|item group|group
 * repeat|item|unit|value}.
 */
final class CasebookDigest {
    private final List<String> lines = new ArrayList<>();
    private final Map<String, String> values = new TreeMap<>();

    static CasebookDigest of(Api api, String trial, String query) throws IOException, InterruptedException {
        CasebookDigest digest = new CasebookDigest();
        String participants = "/api/v1/trials/" + trial + "/participants";
        for (JsonNode participant : api.json(participants + query).get("participants")) {
            String key = participant.get("key").asString();
            digest.add(key, api.json(participants + "/" + key + query));
        }
        return digest;
    }

    /** Of an ODM file that was taken out; the OIDs of units are told by their symbols. */
    static CasebookDigest ofOdm(InputStream file, StudyBuild build) {
        CasebookDigest digest = new CasebookDigest();
        OdmClinicalDataReader.read(file, new ClinicalDataHandler() {
            @Override
            public void subject(SubjectData subject) {
                subject.studyEvents()
                        .forEach(event -> event.forms()
                                .forEach(form -> form.itemGroups()
                                        .forEach(group -> group.items().forEach(item -> {
                                            String place = String.join(
                                                    "|",
                                                    subject.subjectKey(),
                                                    event.oid(),
                                                    event.repeatKey().orElse(""),
                                                    form.oid(),
                                                    form.repeatKey().orElse(""),
                                                    group.oid(),
                                                    group.repeatKey().orElse(""),
                                                    item.oid());
                                            String unit = item.unitOid()
                                                    .flatMap(build::unit)
                                                    .map(known -> known.label("en"))
                                                    .orElse("");
                                            digest.lines.add(place + "|" + unit + "|"
                                                    + item.value().orElse(""));
                                        }))));
            }

            @Override
            public void diagnostic(Diagnostic diagnostic) {
                if (diagnostic.severity() == Severity.ERROR) {
                    throw new AssertionError(diagnostic.toString());
                }
            }
        });
        return digest;
    }

    private void add(String subject, JsonNode casebook) {
        for (JsonNode event : casebook.get("studyEvents")) {
            for (JsonNode form : event.get("forms")) {
                for (JsonNode group : form.get("itemGroups")) {
                    for (JsonNode item : group.get("items")) {
                        String place = String.join(
                                "|",
                                subject,
                                text(event, "oid"),
                                text(event, "repeatKey"),
                                text(form, "oid"),
                                text(form, "repeatKey"),
                                text(group, "oid"),
                                text(group, "repeatKey"),
                                text(item, "oid"));
                        lines.add(place + "|" + text(item, "unit") + "|" + text(item, "value"));
                        values.put(place, text(item, "value"));
                    }
                }
            }
        }
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    int count() {
        return lines.size();
    }

    String value(String place) {
        return values.getOrDefault(place, "(nothing)");
    }

    String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            lines.stream().sorted().forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

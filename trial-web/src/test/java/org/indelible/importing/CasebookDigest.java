package org.indelible.importing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.indelible.Api;
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

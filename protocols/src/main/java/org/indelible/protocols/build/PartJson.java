package org.indelible.protocols.build;

import tools.jackson.databind.json.JsonMapper;

/** Parts of a build as JSON, in the words of {@link StudyBuild#canonicalJson()}: sorted keys, what is empty left out. */
public final class PartJson {
    private PartJson() {}

    public static JsonMapper mapper() {
        return CanonicalJson.mapper();
    }
}

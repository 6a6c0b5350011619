package org.indelible.casebook;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** Participant keys hold any printable character. */
final class CasebookPaths {
    private CasebookPaths() {}

    static String segment(String key) {
        return UriUtils.encodePathSegment(key, StandardCharsets.UTF_8);
    }
}

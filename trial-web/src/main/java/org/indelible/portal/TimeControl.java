package org.indelible.portal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The control in the top bar that takes a page back in time. A page that knows time puts it on its model as {@code timeControl}.
 *
 * @param url the page itself, without query
 * @param kept query parameters to keep, filters for instance
 * @param first smallest tree size the page can show
 * @param last tree size now
 * @param at tree size shown
 * @param label the moment shown, in words
 */
public record TimeControl(String url, Map<String, String> kept, long first, long last, long at, String label) {
    public TimeControl {
        kept = Collections.unmodifiableMap(new LinkedHashMap<>(kept));
    }
}

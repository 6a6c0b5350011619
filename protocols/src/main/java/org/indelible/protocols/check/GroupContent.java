package org.indelible.protocols.check;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** One instance of an item group, with what its items hold. An item without an entry here has not been entered. */
public record GroupContent(String groupOid, String key, Map<String, ItemValue> items) {
    public GroupContent {
        items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
    }
}

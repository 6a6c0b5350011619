package org.indelible.protocols.check;

import java.util.List;

/** One instance of a form as it stands. */
public record FormContent(String eventOid, String formOid, List<GroupContent> groups) {
    public FormContent {
        groups = List.copyOf(groups);
    }
}

package org.indelible.casebook;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Comparator;
import org.indelible.eventstore.InClear;

/** A data point within its form. */
public record ItemRef(
        @InClear String groupOid,
        @InClear RepeatKey groupKey,
        @InClear String itemOid) {

    static final Comparator<ItemRef> ORDER = Comparator.comparing(ItemRef::groupOid)
            .thenComparing(ItemRef::groupKey)
            .thenComparing(ItemRef::itemOid);

    @JsonIgnore
    public GroupRef group() {
        return new GroupRef(groupOid, groupKey);
    }
}

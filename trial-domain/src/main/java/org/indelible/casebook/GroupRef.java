package org.indelible.casebook;

import org.indelible.eventstore.InClear;

/** One item group of a form: an instance of an ODM ItemGroupDef, a row where the group repeats. */
public record GroupRef(@InClear String groupOid, @InClear RepeatKey groupKey) {
    public static GroupRef of(String groupOid) {
        return new GroupRef(groupOid, RepeatKey.NONE);
    }

    public ItemRef item(String itemOid) {
        return new ItemRef(groupOid, groupKey, itemOid);
    }
}

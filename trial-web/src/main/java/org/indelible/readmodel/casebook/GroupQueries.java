package org.indelible.readmodel.casebook;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.indelible.protocols.dataset.RecordedItem;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.Visibility;

/** Item groups across participants. Instances that are inactivated as a whole are none. */
public interface GroupQueries {
    /** What there are values of. */
    List<RecordedItem> recorded(AsOf asOf, Visibility visibility);

    /** Numbers of instances by item group; one without instances is left out. */
    Map<String, Long> counts(AsOf asOf, Visibility visibility);

    /** By participant, then by place; read in pages, so that no connection waits for the consumer. */
    void forEach(AsOf asOf, Visibility visibility, String itemGroup, Consumer<GroupInstance> consumer);
}

package org.indelible.eventstore;

import java.util.function.UnaryOperator;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings the stored form of one event type from one revision to the next, on read only: the sealed bytes stay what they are. It works on the
 * reassembled JSON, in which an erased field is still in its place, and {@link DisclosureGuard} sees to it that no field changes its
 * disclosure class on the way.
 */
public final class RevisionUpcaster extends SingleEventUpcaster {
    private final SerializedType from;
    private final SerializedType to;
    private final UnaryOperator<ObjectNode> change;

    /**
     * @param change gets a copy of the event's fields, which it may alter
     */
    public RevisionUpcaster(String name, int fromRevision, UnaryOperator<ObjectNode> change) {
        this.from = type(name, fromRevision);
        this.to = type(name, fromRevision + 1);
        this.change = change;
    }

    private static SerializedType type(String name, int revision) {
        EventTypeName checked = new EventTypeName(name, revision);
        return new SimpleSerializedType(checked.name(), Integer.toString(checked.revision()));
    }

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().equals(from);
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcast(to, ObjectNode.class, this::upcast, metaData -> metaData);
    }

    private ObjectNode upcast(ObjectNode before) {
        ObjectNode after = change.apply(before.deepCopy());
        DisclosureGuard.check(to.getName() + '.' + to.getRevision(), before, after);
        return after;
    }
}

package org.indelible.casebook;

import java.util.List;
import org.indelible.eventstore.EventType;
import org.indelible.eventstore.InClear;
import org.indelible.shared.BuildHash;
import org.indelible.shared.RecordedReason;
import org.indelible.shared.SaveId;

/** First values, corrections and inactivations. A large save is several events with one save id. */
public sealed interface RecordingEvent extends CasebookEvent {

    FormRef form();

    SaveId save();

    /**
     * @param build the study build of this form, which it keeps until it is migrated
     * @param origin who the data belong to, so that a later transfer cannot touch what a site entered
     */
    @EventType(name = "items-recorded")
    record ItemsRecorded(
            @InClear FormRef form,
            @InClear SaveId save,
            @InClear BuildHash build,
            @InClear Origin origin,
            @InClear List<RecordedItem> items)
            implements RecordingEvent {
        public ItemsRecorded {
            items = List.copyOf(items);
        }
    }

    @EventType(name = "items-corrected")
    record ItemsCorrected(
            @InClear FormRef form,
            @InClear SaveId save,
            @InClear BuildHash build,
            @InClear Origin origin,
            @InClear List<CorrectedItem> items)
            implements RecordingEvent {
        public ItemsCorrected {
            items = List.copyOf(items);
        }
    }

    @EventType(name = "items-inactivated")
    record ItemsInactivated(
            @InClear FormRef form,
            @InClear SaveId save,
            @InClear List<InactivatedItem> items,
            @InClear RecordedReason reason)
            implements RecordingEvent {
        public ItemsInactivated {
            items = List.copyOf(items);
        }
    }

    @EventType(name = "group-inactivated")
    record GroupInactivated(
            @InClear FormRef form,
            @InClear SaveId save,
            @InClear GroupRef group,
            @InClear RecordedReason reason) implements RecordingEvent {}

    @EventType(name = "form-inactivated")
    record FormInactivated(
            @InClear FormRef form,
            @InClear SaveId save,
            @InClear RecordedReason reason) implements RecordingEvent {}
}

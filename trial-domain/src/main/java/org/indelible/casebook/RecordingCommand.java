package org.indelible.casebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.indelible.shared.CasebookId;
import org.indelible.shared.Reason;
import org.indelible.shared.SaveId;

/** First values, corrections and inactivations of data points. */
public sealed interface RecordingCommand extends CasebookCommand {

    FormRef form();

    SaveId save();

    /**
     * Saves a form. Only what differs from the record becomes an event: first values as recorded, changes as corrected, each with the items that changed and no other
     * (R03). A form of a visit that was not started begins that visit.
     *
     * @param items each data point at most once
     * @param reason stands for every item without a reason of its own
     * @param observedOn day of observation where the visit has no date of its own
     * @param prompts what checks asked while the form was typed
     */
    record RecordItems(
            CasebookId casebook,
            FormRef form,
            List<ItemEntry> items,
            SaveId save,
            Optional<Reason> reason,
            Optional<LocalDate> observedOn,
            List<Prompt> prompts)
            implements RecordingCommand {
        public RecordItems {
            items = List.copyOf(items);
            prompts = List.copyOf(prompts);
        }

        /** A save before which no check asked anything. */
        public RecordItems(
                CasebookId casebook,
                FormRef form,
                List<ItemEntry> items,
                SaveId save,
                Optional<Reason> reason,
                Optional<LocalDate> observedOn) {
            this(casebook, form, items, save, reason, observedOn, List.of());
        }
    }

    /** Nothing is deleted: an inactive data point stays readable with its values and this reason (R47). */
    record InactivateItems(CasebookId casebook, FormRef form, List<ItemRef> items, SaveId save, Reason reason)
            implements RecordingCommand {
        public InactivateItems {
            items = List.copyOf(items);
        }
    }

    record InactivateGroup(CasebookId casebook, FormRef form, GroupRef group, SaveId save, Reason reason)
            implements RecordingCommand {}

    record InactivateForm(CasebookId casebook, FormRef form, SaveId save, Reason reason) implements RecordingCommand {}
}

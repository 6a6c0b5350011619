package org.indelible.readmodel.history;

import java.util.Optional;
import org.indelible.readmodel.DataPoint;
import org.indelible.readmodel.ShownReason;

/** A data point that an entry changed, and why. */
public record EntryChange(DataPoint point, ValueChange.Kind kind, Optional<ShownReason> reason) {}

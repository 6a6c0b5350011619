package org.indelible.readmodel.history;

import org.indelible.readmodel.DataPoint;

/** A change, and where. */
public record PointChange(DataPoint point, ValueChange change) {}

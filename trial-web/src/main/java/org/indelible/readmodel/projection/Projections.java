package org.indelible.readmodel.projection;

import java.util.List;

/** All projections, as one. */
public final class Projections {
    private final List<Projection> all;

    public Projections(List<Projection> all) {
        this.all = List.copyOf(all);
    }

    public List<Change> changes(LoggedEvent logged) {
        Changes changes = new Changes(logged.leafIndex());
        all.forEach(projection -> projection.project(logged, changes));
        return changes.all();
    }
}

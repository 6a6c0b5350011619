package org.indelible.readmodel.projection;

/** The rows of one feature. A pure function of the event: no clock, no database, so that a rebuild gives identical rows. */
@FunctionalInterface
public interface Projection {
    void project(LoggedEvent logged, Changes changes);
}

package org.indelible.readmodel.projection;

import java.util.Collection;

/** Rows that follow from other rows rather than from one event, and hold for now only. Called in the transaction that changes those others. */
public interface DerivedRows {
    /** Of these participants, something of whose was recorded. */
    void outdate(String trial, Collection<String> participants);

    /** Of every participant of the trial. */
    void outdateAll(String trial);
}

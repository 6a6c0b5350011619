package org.indelible.readmodel.casebook;

import java.util.List;
import org.indelible.readmodel.participant.ParticipantRow;

/**
 * @param entries number of entries of the casebook's stream up to the point: the version that commands carry
 * @param events in order of the study build, then of their start
 */
public record CasebookView(ParticipantRow participant, long entries, List<EventView> events) {}

package org.indelible.readmodel.participant;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.Slice;
import org.indelible.readmodel.Visibility;

public interface ParticipantQueries {
    List<ParticipantRow> participants(AsOf asOf, Visibility visibility, ParticipantFilter filter);

    /** Those of these that the reader may see. */
    List<ParticipantRow> participants(AsOf asOf, Visibility visibility, Collection<String> keys);

    /** Empty where there is none, or none that the reader may see. */
    Optional<ParticipantRow> participant(AsOf asOf, Visibility visibility, String participant);

    /** A page of them. */
    List<ParticipantRow> participants(
            AsOf asOf,
            Visibility visibility,
            ParticipantFilter filter,
            ParticipantOrder order,
            boolean descending,
            Slice slice);

    /** How many the filter lets through. */
    long count(AsOf asOf, Visibility visibility, ParticipantFilter filter);

    /** How many there are of each status. */
    Map<String, Long> countsByStatus(AsOf asOf, Visibility visibility);

    /** These participants by visits. */
    ParticipantMatrix matrix(AsOf asOf, Visibility visibility, List<ParticipantRow> participants);

    /** What happened to a participant as such: registered, consented, enrolled, withdrawn; in order. */
    List<Milestone> milestones(AsOf asOf, Visibility visibility, String participant);
}

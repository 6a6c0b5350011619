package org.indelible.readmodel.auditreview;

import java.time.Instant;
import java.util.Optional;
import org.indelible.readmodel.DataPoint.FormPoint;

/**
 * A line of a view.
 *
 * @param site empty for what was tried at no site
 * @param other the participant whose measurements were there first, in the view of copied data
 * @param item with {@code group}, where the line is about one
 * @param account who recorded it last, or tried it
 * @param number what the threshold of the view counts
 * @param of out of how many, or what beside the number says how much there is
 * @param what code of what happened, where the view tells that apart
 * @param entry leaf index in the trial's ledger, in the platform's for an attempt
 */
public record ReviewLine(
        Optional<String> site,
        Optional<String> participant,
        Optional<String> other,
        Optional<FormPoint> form,
        Optional<String> group,
        Optional<String> groupKey,
        Optional<String> item,
        String account,
        long number,
        long of,
        String what,
        Instant at,
        long entry) {}

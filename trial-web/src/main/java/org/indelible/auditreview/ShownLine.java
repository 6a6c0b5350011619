package org.indelible.auditreview;

import java.time.ZoneId;
import org.indelible.readmodel.auditreview.ReviewLine;

/**
 * A line of a view as its page tells it.
 *
 * @param place visit, form and item, in words
 * @param link where the record is seen; empty where the line is about no participant
 * @param says why it is shown
 * @param zone of the site, in which night and day are told
 */
public record ShownLine(ReviewLine line, String place, String link, String who, String says, ZoneId zone) {
    public boolean attempt() {
        return line.site().isEmpty();
    }
}

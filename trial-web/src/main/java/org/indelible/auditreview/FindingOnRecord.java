package org.indelible.auditreview;

import java.util.List;
import java.util.stream.Stream;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.auditreview.AuditReviewEvent.AuditFindingRecorded;

/** A finding as pages show it, with what was done about it, oldest first. */
public record FindingOnRecord(AuditFindingRecorded finding, OnRecord found, List<FollowUp> followUps) {
    public FindingOnRecord {
        followUps = List.copyOf(followUps);
    }

    public record FollowUp(Disclosable<String> text, boolean closed, OnRecord by) {}

    public int number() {
        return finding.finding();
    }

    public boolean closed() {
        return followUps.stream().anyMatch(FollowUp::closed);
    }

    public boolean attempt() {
        return finding.view() == AuditView.UNAUTHORISED_ATTEMPTS;
    }

    FindingOnRecord with(FollowUp more) {
        return new FindingOnRecord(
                finding,
                found,
                Stream.concat(followUps.stream(), Stream.of(more)).toList());
    }
}

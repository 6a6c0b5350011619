package org.indelible.auditreview;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.auditreview.AuditReviewEvent.AuditReviewBegun;

/** A review as pages show it. */
public record ReviewOnRecord(
        AuditReviewBegun review, OnRecord begun, List<FindingOnRecord> findings, Optional<SignOff> signOff) {
    public ReviewOnRecord {
        findings = List.copyOf(findings);
    }

    public record SignOff(Disclosable<String> conclusion, Disclosable<String> printedName, OnRecord by) {}

    public String id() {
        return review.review().value();
    }

    public LocalDate firstDay() {
        return LocalDate.ofInstant(review.period().from(), ZoneOffset.UTC);
    }

    public LocalDate lastDay() {
        return LocalDate.ofInstant(review.period().until().minusNanos(1), ZoneOffset.UTC);
    }

    public long unanswered() {
        return findings.stream()
                .filter(finding -> finding.followUps().isEmpty())
                .count();
    }

    public long open() {
        return findings.stream().filter(finding -> !finding.closed()).count();
    }

    ReviewOnRecord with(FindingOnRecord finding) {
        return new ReviewOnRecord(
                review,
                begun,
                Stream.concat(
                                findings.stream().filter(known -> known.number() < finding.number()),
                                Stream.concat(
                                        Stream.of(finding),
                                        findings.stream().filter(known -> known.number() > finding.number())))
                        .toList(),
                signOff);
    }

    ReviewOnRecord signedOff(SignOff by) {
        return new ReviewOnRecord(review, begun, findings, Optional.of(by));
    }
}

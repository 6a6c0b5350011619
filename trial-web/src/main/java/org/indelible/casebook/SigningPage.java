package org.indelible.casebook;

import java.util.List;
import java.util.Optional;
import org.indelible.readmodel.participant.VisitStatus;

/**
 * What will be signed.
 *
 * @param title name of the form, the visit or the participant
 * @param forms everything clinical in the scope, form by form
 * @param signatures of the scope so far, newest first
 * @param seen last number of the casebook's stream on the page
 */
record SigningPage(SigningTarget target, String title, List<Part> forms, List<SignatureLine> signatures, long seen) {
    /**
     * A form.
     *
     * @param signedBefore whether any signature covered it before
     * @param opened whether the reader had it before them as it is now
     * @param changes what changed since the last signature that covers it
     */
    record Part(
            String visit,
            String title,
            VisitStatus status,
            String href,
            boolean signedBefore,
            boolean opened,
            List<Line> lines,
            List<ChangeLine> changes) {}

    /** @param row number of the row where the group repeats, else 0 */
    record Line(String label, int row, ShownValue value, boolean inactive, String history) {}

    record ChangeLine(Line line, Optional<Change> change) {}

    public List<Part> changed() {
        return forms.stream()
                .filter(form -> form.signedBefore() && !form.changes().isEmpty())
                .toList();
    }

    public List<Part> added() {
        return forms.stream().filter(form -> !form.signedBefore()).toList();
    }

    public List<Part> unopened() {
        return forms.stream().filter(form -> !form.opened()).toList();
    }

    public boolean signedBefore() {
        return forms.stream().anyMatch(Part::signedBefore);
    }

    public int values() {
        return forms.stream().mapToInt(form -> form.lines().size()).sum();
    }
}

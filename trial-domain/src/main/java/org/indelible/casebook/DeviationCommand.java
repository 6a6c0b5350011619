package org.indelible.casebook;

import java.util.Optional;
import org.indelible.shared.CasebookId;

/** What is done about deviations once they are on record. */
public sealed interface DeviationCommand extends CasebookCommand {
    /**
     * @param deviation number of its event in the stream
     * @param action what was done about it
     * @param followUp what is still to be done, where anything is
     */
    record AssessDeviation(
            CasebookId casebook,
            Version deviation,
            DeviationGrade grade,
            String action,
            Optional<String> followUp,
            boolean closed)
            implements DeviationCommand {}
}

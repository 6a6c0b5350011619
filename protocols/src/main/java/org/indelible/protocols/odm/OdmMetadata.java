package org.indelible.protocols.odm;

import java.util.List;
import java.util.Optional;
import org.indelible.protocols.build.StudyBuild;

/**
 * What was read from one ODM metadata file.
 *
 * @param sourceName what the caller calls the file
 * @param build empty where any diagnostic is an error
 * @param sources where each definition stands in the file
 */
public record OdmMetadata(
        String sourceName, Optional<StudyBuild> build, List<Diagnostic> diagnostics, SourceMap sources) {
    public OdmMetadata {
        diagnostics = List.copyOf(diagnostics);
    }

    public boolean refused() {
        return build.isEmpty();
    }
}

package org.indelible.trial;

import java.util.List;
import org.indelible.protocols.odm.Diagnostic;

/** The study metadata that were sent do not define a study. */
public final class MetadataRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    MetadataRefusedException(List<Diagnostic> diagnostics) {
        super("The file does not define a study that can be used. Its findings say where and what to do.");
        this.diagnostics = List.copyOf(diagnostics);
    }

    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}

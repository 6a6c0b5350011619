package org.indelible.protocols.validation;

import java.util.ArrayList;
import java.util.List;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.check.CompiledBuild;
import org.indelible.protocols.check.ExpressionCompiler;
import org.indelible.protocols.odm.Diagnostic;
import org.indelible.protocols.odm.SourceMap;

/**
 * Everything that is questionable about a build before it is published: what its expressions are refused for, then what it says
 * that cannot be meant. Only what {@link Diagnostic#error()} says is an error keeps a build from being published.
 */
public final class StudyBuildValidation {
    private StudyBuildValidation() {}

    public static List<Diagnostic> of(StudyBuild build) {
        return of(build, SourceMap.NONE);
    }

    /** As {@link #of(StudyBuild)}, with the places of the file the build was read from. */
    public static List<Diagnostic> of(StudyBuild build, SourceMap sources) {
        return of(ExpressionCompiler.compile(build, sources), sources);
    }

    /** As {@link #of(StudyBuild, SourceMap)}, for a build that has been compiled already. */
    public static List<Diagnostic> of(CompiledBuild compiled, SourceMap sources) {
        List<Diagnostic> found = new ArrayList<>(compiled.diagnostics());
        Remarks remarks = new Remarks(sources, found);
        StudyBuild build = compiled.build();
        new Reachability(build, remarks).report();
        new Ranges(build, remarks).report();
        new ReadElsewhere(compiled, remarks).report();
        new Translations(build, remarks).report();
        new Timing(build, remarks).report();
        return List.copyOf(found);
    }
}

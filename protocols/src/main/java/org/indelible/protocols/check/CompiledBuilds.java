package org.indelible.protocols.check;

import java.util.LinkedHashMap;
import java.util.Map;
import org.indelible.protocols.build.StudyBuild;

/** The builds compiled most recently: compiling costs far more than checking a form. A build is known by its hash, so none goes stale. */
final class CompiledBuilds {
    private static final int CAPACITY = 32;
    private static final CompiledBuilds SHARED = new CompiledBuilds();

    private final Map<String, CompiledBuild> byHash = new LinkedHashMap<>(CAPACITY, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CompiledBuild> eldest) {
            return size() > CAPACITY;
        }
    };

    private CompiledBuilds() {}

    static CompiledBuild of(StudyBuild build) {
        return SHARED.compiled(build);
    }

    private synchronized CompiledBuild compiled(StudyBuild build) {
        return byHash.computeIfAbsent(build.hash(), hash -> ExpressionCompiler.compile(build));
    }
}

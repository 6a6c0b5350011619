package org.indelible.protocols.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.indelible.protocols.build.RangeCheck;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.odm.Diagnostic;

/** A build whose conditions, checks and methods can be executed. Immutable, costly to make: keep one per build. */
public final class CompiledBuild {
    private final StudyBuild build;
    private final VariableNames names;
    private final Set<Reference> references;
    private final Map<String, Expression> conditions;
    private final Map<RangeCheck, Expression> checks;
    private final Map<String, Expression> methods;
    private final Read read;
    private final List<Diagnostic> diagnostics;

    /** OIDs of the items that expressions read on their own form. */
    record Read(
            Map<String, Set<String>> byConditions,
            Map<RangeCheck, Set<String>> byChecks,
            Map<String, Set<String>> byMethods) {}

    CompiledBuild(
            StudyBuild build,
            VariableNames names,
            Set<Reference> references,
            Map<String, Expression> conditions,
            Map<RangeCheck, Expression> checks,
            Map<String, Expression> methods,
            Read read,
            List<Diagnostic> diagnostics) {
        this.build = build;
        this.names = names;
        this.references = Set.copyOf(references);
        this.conditions = Map.copyOf(conditions);
        this.checks = Map.copyOf(checks);
        this.methods = Map.copyOf(methods);
        this.read = read;
        this.diagnostics = List.copyOf(diagnostics);
    }

    public StudyBuild build() {
        return build;
    }

    /** What is wrong with the build's expressions; with any error it should not be published. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** OIDs of the items a condition reads by name, on its own form; none where it is not executed. */
    public Set<String> itemsOfCondition(String oid) {
        return read.byConditions.getOrDefault(oid, Set.of());
    }

    /** OIDs of the items a check's expression reads by name. */
    public Set<String> itemsOfCheck(RangeCheck check) {
        return read.byChecks.getOrDefault(check, Set.of());
    }

    /** OIDs of the items a method reads by name. */
    public Set<String> itemsOfMethod(String oid) {
        return read.byMethods.getOrDefault(oid, Set.of());
    }

    VariableNames names() {
        return names;
    }

    /** What expressions ask of other forms. */
    Set<Reference> references() {
        return references;
    }

    /** Whether a check stated as an expression can be asked at all. */
    boolean executes(RangeCheck check) {
        return checks.containsKey(check);
    }

    /** Whether a check stated as an expression holds; undecidable where it is not executed. */
    Decision holds(RangeCheck check, Scope scope) {
        return Optional.ofNullable(checks.get(check))
                .map(expression -> expression.evaluate(scope))
                .orElse(Decision.UNDECIDABLE);
    }

    Optional<Expression> method(String oid) {
        return Optional.ofNullable(methods.get(oid));
    }

    /** Whether a condition is true at this place; no condition is never true, one that is not executed is undecidable. */
    Decision condition(Optional<String> conditionOid, Scope scope) {
        return conditionOid
                .map(oid -> Optional.ofNullable(conditions.get(oid))
                        .map(expression -> expression.evaluate(scope))
                        .orElse(Decision.UNDECIDABLE))
                .orElse(Decision.FALSE);
    }
}

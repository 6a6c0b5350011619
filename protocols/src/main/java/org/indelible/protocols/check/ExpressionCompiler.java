package org.indelible.protocols.check;

import dev.cel.bundle.Cel;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.indelible.protocols.build.ConditionDef;
import org.indelible.protocols.build.FormalExpression;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.MethodDef;
import org.indelible.protocols.build.RangeCheck;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.odm.Diagnostic;
import org.indelible.protocols.odm.Position;
import org.indelible.protocols.odm.Severity;
import org.indelible.protocols.odm.SourceMap;

/**
 * Compiles every expression of a build before it is published (ODM 1.3.2, 3.1.1.3.11.1 FormalExpression): conditions, checks,
 * methods, each error at the definition it belongs to. Expressions of other languages are translated where that is certain
 * ({@link Translation}), and else kept and said not to be executed. What depends on itself is found.
 */
public final class ExpressionCompiler {
    private final StudyBuild build;
    private final VariableNames names;
    private final Set<Reference> references = new HashSet<>();
    private final Map<String, Set<String>> itemsOfCondition = new HashMap<>();
    private final Map<RangeCheck, Set<String>> itemsOfCheck = new HashMap<>();
    private final Map<String, Set<String>> itemsOfMethod = new HashMap<>();
    private final SourceMap sources;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Cel cel;

    private ExpressionCompiler(StudyBuild build, SourceMap sources) {
        this.build = build;
        this.names = VariableNames.of(build);
        this.sources = sources;
        everyExpression().forEach(expression -> references.addAll(Reference.in(expression)));
        this.cel = CelEnvironment.of(names, references);
    }

    public static CompiledBuild compile(StudyBuild build) {
        return compile(build, SourceMap.NONE);
    }

    /** As {@link #compile(StudyBuild)}, with the places of the file the build was read from. */
    public static CompiledBuild compile(StudyBuild build, SourceMap sources) {
        ExpressionCompiler compiler = new ExpressionCompiler(build, sources);
        Map<String, Expression> conditions = new HashMap<>();
        build.conditions()
                .forEach(condition -> compiler.condition(condition)
                        .ifPresent(expression -> conditions.put(condition.oid(), expression)));
        Map<RangeCheck, Expression> checks = new HashMap<>();
        build.items().forEach(item -> compiler.rangeChecks(item, checks));
        Map<String, Expression> methods = new HashMap<>();
        build.methods()
                .forEach(method ->
                        compiler.method(method).ifPresent(expression -> methods.put(method.oid(), expression)));
        compiler.references();
        compiler.cycles();
        return new CompiledBuild(
                build,
                compiler.names,
                compiler.references,
                conditions,
                checks,
                methods,
                new CompiledBuild.Read(compiler.itemsOfCondition, compiler.itemsOfCheck, compiler.itemsOfMethod),
                compiler.diagnostics);
    }

    private Stream<String> everyExpression() {
        Stream<FormalExpression> ofItems = build.items().stream()
                .flatMap(item -> item.rangeChecks().stream())
                .flatMap(check -> check.formalExpressions().stream());
        Stream<FormalExpression> others = Stream.concat(
                build.conditions().stream().flatMap(condition -> condition.formalExpressions().stream()),
                build.methods().stream().flatMap(method -> method.formalExpressions().stream()));
        return Stream.concat(ofItems, others).flatMap(expression -> inCel(expression).stream());
    }

    private Optional<String> inCel(FormalExpression expression) {
        return expression.executable() ? Optional.of(expression.text()) : Translation.toCel(expression, build, names);
    }

    private Optional<Expression> condition(ConditionDef condition) {
        Definition definition = new Definition("ConditionDef", condition.oid());
        if (condition.formalExpressions().isEmpty()) {
            report(
                    Severity.WARNING,
                    "condition-without-expression",
                    definition,
                    "has no FormalExpression, so it is never known to be true.",
                    "State it as a FormalExpression with Context CEL.");
        }
        return executable(condition.formalExpressions(), definition)
                .flatMap(text -> compile(text, definition, true, itemsOfCondition, condition.oid()));
    }

    private void rangeChecks(ItemDef item, Map<RangeCheck, Expression> checks) {
        Definition definition = new Definition("ItemDef", item.oid());
        for (RangeCheck check : item.rangeChecks()) {
            executable(check.formalExpressions(), definition)
                    .flatMap(text -> compile(text, definition, true, itemsOfCheck, check))
                    .ifPresent(expression -> checks.put(check, expression));
        }
    }

    private Optional<Expression> method(MethodDef method) {
        Definition definition = new Definition("MethodDef", method.oid());
        return executable(method.formalExpressions(), definition)
                .flatMap(text -> compile(text, definition, false, itemsOfMethod, method.oid()));
    }

    /** The CEL expression among several forms of one, or one that can be said in CEL; where there is neither, that is said. */
    private Optional<String> executable(List<FormalExpression> expressions, Definition definition) {
        Optional<String> cel = expressions.stream()
                .filter(FormalExpression::executable)
                .map(FormalExpression::text)
                .findFirst();
        if (cel.isPresent() || expressions.isEmpty()) {
            return cel;
        }
        String contexts =
                expressions.stream().map(FormalExpression::context).distinct().collect(Collectors.joining(", "));
        Optional<String> translated = expressions.stream()
                .flatMap(expression -> inCel(expression).stream())
                .findFirst();
        if (translated.isPresent()) {
            report(
                    Severity.INFO,
                    "expression-translated",
                    definition,
                    "is stated in '" + contexts + "' and executed as: " + translated.get(),
                    "Nothing to do, if that says the same.");
        } else {
            report(
                    Severity.INFO,
                    "expression-not-executed",
                    definition,
                    "is stated in '" + contexts + "', which is kept and shown but not executed.",
                    "Add the same as a FormalExpression with Context CEL.");
        }
        return translated;
    }

    private <K> Optional<Expression> compile(
            String expression, Definition definition, boolean yesOrNo, Map<K, Set<String>> itemsRead, K key) {
        try {
            CelAbstractSyntaxTree tree = cel.compile(expression).getAst();
            CelType type = tree.getResultType();
            if (yesOrNo && !type.equals(SimpleType.BOOL) && !type.equals(SimpleType.DYN)) {
                reportError(definition, "gives " + type.name() + " where yes or no is needed: " + expression);
                return Optional.empty();
            }
            itemsRead.put(key, items(tree));
            return Optional.of(new Expression(cel.createProgram(tree)));
        } catch (CelValidationException e) {
            String issues =
                    e.getErrors().stream().map(CelIssue::getMessage).distinct().collect(Collectors.joining("; "));
            reportError(definition, "does not compile: " + issues + " in: " + expression);
        } catch (CelEvaluationException e) {
            reportError(definition, "cannot be executed: " + e.getMessage());
        }
        return Optional.empty();
    }

    private Set<String> items(CelAbstractSyntaxTree tree) {
        return tree.getReferenceMap().values().stream()
                .map(CelReference::name)
                .flatMap(name -> names.item(name).stream())
                .map(ItemDef::oid)
                .collect(Collectors.toSet());
    }

    /** An event that does not exist would make a reference silently empty. */
    private void references() {
        references.stream()
                .map(Reference::event)
                .filter(event -> !event.isEmpty() && build.event(event).isEmpty())
                .distinct()
                .sorted()
                .forEach(event -> diagnostics.add(Diagnostic.of(
                        Severity.ERROR,
                        "unknown-event-in-expression",
                        "An expression looks at event " + event + ", which the build does not have.",
                        "Write at(\"OID of an event\", ITEM).",
                        Position.NONE,
                        event)));
    }

    private void cycles() {
        for (Set<String> cycle : Cycles.ofConditions(build, itemsOfCondition)) {
            cycle(
                    Severity.WARNING,
                    "cyclic-condition",
                    cycle,
                    "decide in a circle whether they are collected",
                    "Let one of them not depend on the others, unless they are meant to exclude each other.");
        }
        for (Set<String> cycle : Cycles.ofMethods(build, itemsOfMethod)) {
            cycle(
                    Severity.ERROR,
                    "cyclic-derivation",
                    cycle,
                    "are derived from each other in a circle",
                    "Derive one of them from what is entered.");
        }
    }

    private void cycle(Severity severity, String code, Set<String> items, String problem, String cure) {
        String first = items.iterator().next();
        diagnostics.add(Diagnostic.of(
                severity,
                code,
                "The items " + String.join(", ", items) + " " + problem + ".",
                cure,
                sources.of("ItemDef", first),
                first));
    }

    private void reportError(Definition definition, String problem) {
        report(
                Severity.ERROR,
                "bad-expression",
                definition,
                problem,
                "Correct the expression: names are Names of items, each used by one item only.");
    }

    private void report(Severity severity, String code, Definition definition, String problem, String cure) {
        diagnostics.add(Diagnostic.of(
                severity,
                code,
                "The expression of " + definition.element + " " + definition.oid + " " + problem,
                cure,
                sources.of(definition.element, definition.oid),
                definition.oid));
    }

    private record Definition(String element, String oid) {}
}

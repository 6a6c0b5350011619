package org.indelible.protocols.check;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.NullableType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelFunctionBinding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.indelible.protocols.build.DataType;

/**
 * What an expression of a build may name: its items ({@link VariableNames}), {@code EVENT}, and beyond standard CEL
 * {@code unit(X)}, {@code at(EVENT, X)} ({@link Reference}), {@code daysBetween(A, B)}, {@code round(number, digits)} and
 * {@code pow(number, number)}. Expressions are bounded in size, depth and iterations, and regular expressions run in linear time;
 * nothing in them reaches outside.
 */
final class CelEnvironment {
    static final String EVENT = "EVENT";
    private static final String UNIT_PREFIX = "unit_of_";
    private static final int MAX_CHARACTERS = 20_000;
    private static final int MAX_ITERATIONS = 10_000;
    private static final int MAX_REGEX = 1_000;
    private static final int MAX_DEPTH = 100;
    private static final int MAX_DIGITS = 15;

    private CelEnvironment() {}

    /** @param references what the expressions ask of other forms */
    static Cel of(VariableNames names, Set<Reference> references) {
        CelBuilder cel = CelFactory.standardCelBuilder()
                .setOptions(CelOptions.current()
                        .maxExpressionCodePointSize(MAX_CHARACTERS)
                        .comprehensionMaxIterations(MAX_ITERATIONS)
                        .maxParseRecursionDepth(MAX_DEPTH)
                        .maxRegexProgramSize(MAX_REGEX)
                        .build())
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addMacros(
                        CelMacro.newGlobalMacro(
                                "unit",
                                1,
                                (factory, target, arguments) ->
                                        name(arguments.getFirst()).map(item -> factory.newIdentifier(unitOf(item)))),
                        CelMacro.newGlobalMacro(
                                "at",
                                2,
                                (factory, target, arguments) -> reference(arguments.get(0), arguments.get(1))
                                        .map(reference -> factory.newIdentifier(reference.name()))))
                .addFunctionDeclarations(
                        CelFunctionDecl.newFunctionDeclaration(
                                "daysBetween",
                                CelOverloadDecl.newGlobalOverload(
                                        "daysBetween_string_string",
                                        SimpleType.INT,
                                        SimpleType.STRING,
                                        SimpleType.STRING)),
                        CelFunctionDecl.newFunctionDeclaration(
                                "round",
                                CelOverloadDecl.newGlobalOverload(
                                        "round_double_int", SimpleType.DOUBLE, SimpleType.DOUBLE, SimpleType.INT)),
                        CelFunctionDecl.newFunctionDeclaration(
                                "pow",
                                CelOverloadDecl.newGlobalOverload(
                                        "pow_double_double", SimpleType.DOUBLE, SimpleType.DOUBLE, SimpleType.DOUBLE)))
                .addFunctionBindings(
                        CelFunctionBinding.from(
                                "daysBetween_string_string", String.class, String.class, CelEnvironment::daysBetween),
                        CelFunctionBinding.from("round_double_int", Double.class, Long.class, CelEnvironment::round),
                        CelFunctionBinding.from("pow_double_double", Double.class, Double.class, Math::pow))
                .addVar(EVENT, SimpleType.STRING);
        names.all().forEach((name, item) -> {
            cel.addVar(name, NullableType.create(type(item.dataType())));
            cel.addVar(unitOf(name), NullableType.create(SimpleType.STRING));
        });
        references.forEach(reference -> names.item(reference.variable())
                .ifPresent(item -> cel.addVar(reference.name(), NullableType.create(type(item.dataType())))));
        return cel.build();
    }

    private static Optional<String> name(CelExpr argument) {
        return argument.getKind() == CelExpr.ExprKind.Kind.IDENT
                ? Optional.of(argument.ident().name())
                : Optional.empty();
    }

    private static Optional<Reference> reference(CelExpr event, CelExpr item) {
        if (event.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && event.constant().getKind() == CelConstant.Kind.STRING_VALUE) {
            return name(item).map(variable -> new Reference(event.constant().stringValue(), variable));
        }
        return name(event)
                .filter(EVENT::equals)
                .flatMap(here -> name(item))
                .map(variable -> new Reference("", variable));
    }

    static String unitOf(String itemName) {
        return UNIT_PREFIX + itemName;
    }

    private static CelType type(DataType type) {
        return switch (type) {
            case INTEGER -> SimpleType.INT;
            case FLOAT, DOUBLE -> SimpleType.DOUBLE;
            default -> SimpleType.STRING;
        };
    }

    private static double round(double number, long digits) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return number;
        }
        int scale = (int) Math.max(-MAX_DIGITS, Math.min(MAX_DIGITS, digits));
        return BigDecimal.valueOf(number).setScale(scale, RoundingMode.HALF_UP).doubleValue();
    }

    /** Whole dates only: a partial one throws, and the expression is not evaluated. */
    private static long daysBetween(String from, String to) {
        return ChronoUnit.DAYS.between(LocalDate.parse(from), LocalDate.parse(to));
    }
}

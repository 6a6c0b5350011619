package org.indelible.protocols.check;

import com.google.protobuf.NullValue;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A compiled expression. */
final class Expression {
    private final CelRuntime.Program program;

    Expression(CelRuntime.Program program) {
        this.program = program;
    }

    /** What it gives; null where it meets a missing value, or anything else it cannot work with. */
    @Nullable
    Object value(Scope scope) {
        try {
            Object answer = program.eval(name -> Optional.of(orNull(scope.value(name))));
            return answer instanceof NullValue ? null : answer;
        } catch (CelEvaluationException notEvaluable) {
            return null;
        }
    }

    /** Undecidable where it meets a missing value, or anything else it cannot work with. */
    Decision evaluate(Scope scope) {
        return value(scope) instanceof Boolean yes ? Decision.of(yes) : Decision.UNDECIDABLE;
    }

    private static Object orNull(@Nullable Object value) {
        return value == null ? NullValue.NULL_VALUE : value;
    }
}

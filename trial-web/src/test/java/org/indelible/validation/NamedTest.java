package org.indelible.validation;

import java.util.Optional;
import java.util.Set;

/**
 * A test that names requirements.
 *
 * @param type fully qualified, nested classes after a dollar sign
 * @param method absent where the class as a whole names them
 */
record NamedTest(String module, String type, Optional<String> method, Set<String> requirements) {
    NamedTest {
        requirements = Set.copyOf(requirements);
    }

    String name() {
        return method.map(name -> type + "#" + name).orElse(type);
    }

    /** Whether a result of this class and method is one of this test: a class stands for all that is in it. */
    boolean includes(TestResult result) {
        boolean inside =
                result.type().equals(type) || method.isEmpty() && result.type().startsWith(type + "$");
        return inside && method.map(result.method()::equals).orElse(true);
    }
}

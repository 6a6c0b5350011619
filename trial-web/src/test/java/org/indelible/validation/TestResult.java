package org.indelible.validation;

/**
 * One run of a test.
 *
 * @param method without parameters and number of repetition
 */
record TestResult(String type, String method, Outcome outcome) {
    enum Outcome {
        PASSED,
        FAILED,
        SKIPPED
    }
}

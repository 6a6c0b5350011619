/**
 * Which test shows which requirement, and how did it go? Reads the annotations of all modules' tests and the reports of the run, and
 * writes the validation package (R58). {@code mvn -Pvalidation verify} runs it after all tests.
 */
@NullMarked
package org.indelible.validation;

import org.jspecify.annotations.NullMarked;

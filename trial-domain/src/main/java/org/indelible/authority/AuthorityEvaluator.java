package org.indelible.authority;

/**
 * Finds the {@link AuthorityFacts} for a request, from recorded state only, and evaluates them with {@link AuthorityRules}. The mandate of an import is found by the
 * sign-in under which its key was certified.
 */
@FunctionalInterface
public interface AuthorityEvaluator {
    Authority evaluate(AuthorityRequest request);
}

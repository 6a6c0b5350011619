package org.indelible.anchoring.verify;

/** Something wrong with one entry by itself. */
public record EntryProblem(Check check, String message) {}

package org.indelible.protocols.build;

/** Another name of a definition in some context (ODM 1.3.2, 3.1.1.3.6.6 Alias). Vendors and this product carry extra facts in it. */
public record Alias(String context, String name) {}

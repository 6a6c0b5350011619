package org.indelible.protocols.build;

/**
 * An expression in the language its context names (ODM 1.3.2, 3.1.1.3.11.1). {@value #CEL} is executed, every other
 * context is kept and shown.
 */
public record FormalExpression(String context, String text) {
    public static final String CEL = "CEL";

    public boolean executable() {
        return context.equals(CEL);
    }
}

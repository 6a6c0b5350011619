package org.indelible.anchoring.verify;

/** The self-audit was stopped in the middle of a pass, which therefore does not count. */
final class AuditInterruptedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AuditInterruptedException() {
        super("the self-audit was stopped");
    }
}

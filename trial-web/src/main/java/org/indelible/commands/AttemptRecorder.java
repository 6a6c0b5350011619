package org.indelible.commands;

import org.indelible.shared.DomainRefusal;

/** Told of every command that was refused; records those that somebody had no right to send. */
@FunctionalInterface
public interface AttemptRecorder {
    void refused(Acting acting, Object command, DomainRefusal refusal);
}

package org.indelible.commands;

import org.indelible.shared.DomainRefusal;

/** Something that may stop commands for a time, whoever sends them. */
@FunctionalInterface
public interface CommandGate {
    /** @throws DomainRefusal where this command is not to be taken now */
    void requireOpen(Object command);
}

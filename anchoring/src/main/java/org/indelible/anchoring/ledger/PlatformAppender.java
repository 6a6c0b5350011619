package org.indelible.anchoring.ledger;

/**
 * Appends a trial's new checkpoint to {@code platform}. Sealing takes the system author, which the application has. The entry is the
 * one {@link CheckpointEvent} describes; its {@code jti} is derived, so that doing it twice is doing it once.
 */
@FunctionalInterface
public interface PlatformAppender {
    void append(SignedCheckpoint checkpoint);
}

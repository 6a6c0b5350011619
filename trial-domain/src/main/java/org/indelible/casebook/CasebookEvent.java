package org.indelible.casebook;

/** What happened to a casebook. Which casebook, says the stream; which site and build, the claims of the entry. */
public sealed interface CasebookEvent
        permits LifecycleEvent,
                VisitEvent,
                RecordingEvent,
                SigningEvent,
                ReviewEvent,
                CheckEvent,
                DraftEvent,
                DeviationEvent,
                AttachmentEvent,
                LockEvent,
                PartLockEvent {}

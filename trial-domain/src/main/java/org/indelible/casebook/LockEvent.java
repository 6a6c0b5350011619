package org.indelible.casebook;

import java.util.List;
import java.util.Optional;
import org.indelible.eventstore.EventType;
import org.indelible.eventstore.InClear;
import org.indelible.shared.AccountId;
import org.indelible.shared.RecordedReason;
import org.indelible.shared.SignatureRecord;

/** Freezing, locking, unlocking. */
public sealed interface LockEvent extends CasebookEvent {

    @EventType(name = "form-frozen")
    record FormFrozen(@InClear FormRef form) implements LockEvent {}

    @EventType(name = "form-unfrozen")
    record FormUnfrozen(@InClear FormRef form, @InClear RecordedReason reason) implements LockEvent {}

    /** @param unsigned forms that lacked a current signature at that moment (R49); none without a reason */
    @EventType(name = "casebook-locked")
    record CasebookLocked(
            @InClear List<FormRef> unsigned, @InClear Optional<RecordedReason> despite) implements LockEvent {}

    @EventType(name = "casebook-unlock-authorised")
    record CasebookUnlockAuthorised(
            @InClear SignatureRecord signature, @InClear RecordedReason reason) implements LockEvent {}

    /** @param authorisedBy the investigator whose authorisation it used up */
    @EventType(name = "casebook-unlocked")
    record CasebookUnlocked(
            @InClear AccountId authorisedBy, @InClear RecordedReason reason) implements LockEvent {}
}

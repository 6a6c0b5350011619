package org.indelible.casebook;

import java.util.List;
import java.util.Optional;
import org.indelible.eventstore.EventType;
import org.indelible.eventstore.InClear;
import org.indelible.shared.AccountId;
import org.indelible.shared.RecordedReason;
import org.indelible.shared.SignatureRecord;

/** Parts of a casebook frozen, locked and opened again. */
public sealed interface PartLockEvent extends CasebookEvent {

    PartScope scope();

    @EventType(name = "part-frozen")
    record PartFrozen(@InClear PartScope scope) implements PartLockEvent {}

    @EventType(name = "part-unfrozen")
    record PartUnfrozen(@InClear PartScope scope, @InClear RecordedReason reason) implements PartLockEvent {}

    /** @param unsigned forms in it that lacked a current signature at that moment (R49); none without a reason */
    @EventType(name = "part-locked")
    record PartLocked(
            @InClear PartScope scope,
            @InClear List<FormRef> unsigned,
            @InClear Optional<RecordedReason> despite) implements PartLockEvent {}

    @EventType(name = "part-unlock-authorised")
    record PartUnlockAuthorised(
            @InClear PartScope scope,
            @InClear SignatureRecord signature,
            @InClear RecordedReason reason) implements PartLockEvent {}

    /** @param authorisedBy the investigator whose authorisation it used up */
    @EventType(name = "part-unlocked")
    record PartUnlocked(
            @InClear PartScope scope,
            @InClear AccountId authorisedBy,
            @InClear RecordedReason reason) implements PartLockEvent {}
}

package org.indelible.casebook;

import java.util.List;
import java.util.Optional;
import org.indelible.authority.Act;
import org.indelible.authority.Authority;
import org.indelible.authority.FreshSignature;
import org.indelible.casebook.CasebookState.Registered;
import org.indelible.casebook.Lock.Bar;
import org.indelible.casebook.PartLockCommand.*;
import org.indelible.casebook.PartLockEvent.*;
import org.indelible.shared.AccountId;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.RecordedReason;
import org.indelible.shared.SignatureMeaning;

/** Freezing, locking and unlocking parts of a casebook, and what they bar. */
final class PartLockDecisions {
    private PartLockDecisions() {}

    static List<CasebookEvent> decide(Registered casebook, PartLockCommand command, Authority authority) {
        authority.require(
                switch (command) {
                    case FreezePart c -> Act.FREEZE;
                    case UnfreezePart c -> Act.FREEZE;
                    case LockPart c -> Act.LOCK_CASEBOOK;
                    case AuthorisePartUnlock c -> Act.AUTHORISE_UNLOCK;
                    case UnlockPart c -> Act.UNLOCK_CASEBOOK;
                });
        Optional<Bar> bar = casebook.lock().part(command.scope());
        return switch (command) {
            case FreezePart c -> freeze(casebook, c, bar);
            case UnfreezePart c ->
                bar.filter(there -> !there.locked()).isPresent()
                        ? List.of(new PartUnfrozen(c.scope(), RecordedReason.of(c.reason())))
                        : List.of();
            case LockPart c -> lock(casebook, c, bar);
            case AuthorisePartUnlock c -> {
                requireLocked(bar);
                yield List.of(new PartUnlockAuthorised(
                        c.scope(),
                        FreshSignature.of(authority, SignatureMeaning.APPROVAL, c.authentication()),
                        RecordedReason.of(c.reason())));
            }
            case UnlockPart c -> {
                AccountId authorisedBy =
                        requireLocked(bar).unlockAuthorisedBy().orElseThrow(CasebookRefusals::unlockNotAuthorised);
                yield List.of(new PartUnlocked(c.scope(), authorisedBy, RecordedReason.of(c.reason())));
            }
        };
    }

    private static List<CasebookEvent> freeze(Registered casebook, FreezePart command, Optional<Bar> bar) {
        requireSomething(casebook, command.scope());
        return bar.isPresent() ? List.of() : List.of(new PartFrozen(command.scope()));
    }

    private static List<CasebookEvent> lock(Registered casebook, LockPart command, Optional<Bar> bar) {
        if (command.scope().isWhole()) {
            throw new DomainRefusal(
                    "whole-casebook", "This is the whole casebook.", "Lock the casebook instead of its parts.");
        }
        requireSomething(casebook, command.scope());
        if (bar.filter(Bar::locked).isPresent()) {
            return List.of();
        }
        int open = (int) casebook.queries().all().values().stream()
                .filter(query -> query.outstanding() && inScope(command.scope(), query))
                .count();
        if (open > 0) {
            throw CasebookRefusals.openQueries(open);
        }
        List<FormRef> unsigned = casebook.unsigned().stream()
                .filter(form -> command.scope().touches(form))
                .toList();
        if (!unsigned.isEmpty() && command.despite().isEmpty()) {
            throw CasebookRefusals.unsignedForms(unsigned.size());
        }
        return List.of(
                new PartLocked(command.scope(), unsigned, command.despite().map(RecordedReason::of)));
    }

    /** A query on a form as a whole is one on each of its items. */
    private static boolean inScope(PartScope scope, Queries.Query query) {
        return query.item().map(item -> scope.covers(query.form(), item)).orElseGet(() -> scope.touches(query.form()));
    }

    private static void requireSomething(Registered casebook, PartScope scope) {
        boolean any = casebook.records().forms().entrySet().stream()
                .filter(form -> scope.touches(form.getKey()))
                .anyMatch(form -> scope.item()
                        .map(item -> form.getValue().item(item).isPresent())
                        .orElse(true));
        boolean begun = scope.form().isEmpty()
                && scope.visit()
                        .map(visit -> casebook.records().visit(visit).isPresent())
                        .orElse(true);
        if (!any && !begun) {
            throw new DomainRefusal("nothing-there", "There is nothing recorded in this part.", "Choose another part.");
        }
    }

    private static Bar requireLocked(Optional<Bar> bar) {
        return bar.filter(Bar::locked).orElseThrow(CasebookRefusals::notLocked);
    }

    /** Site edits: neither a frozen nor a locked part takes any. */
    static void requireEditable(Registered casebook, FormRef form) {
        casebook.lock().on(form).ifPresent(bar -> {
            throw bar.locked() ? partLocked() : CasebookRefusals.formFrozen();
        });
    }

    static void requireEditable(Registered casebook, FormRef form, Iterable<ItemRef> items) {
        for (ItemRef item : items) {
            casebook.lock().on(form, item).ifPresent(bar -> {
                throw bar.locked()
                        ? partLocked()
                        : new DomainRefusal(
                                "item-frozen", item.itemOid() + " is frozen.", "Ask data management to unfreeze it.");
            });
        }
    }

    /** Everything but unlocking: a locked part takes nothing. */
    static void requireUnlocked(Registered casebook, FormRef form, Optional<ItemRef> item) {
        boolean locked = item.map(ref -> casebook.lock().on(form, ref))
                .orElseGet(() -> casebook.lock().on(form))
                .filter(Bar::locked)
                .isPresent();
        if (locked) {
            throw partLocked();
        }
    }

    private static DomainRefusal partLocked() {
        return new DomainRefusal(
                "part-locked",
                "This part of the casebook is locked.",
                "It can be unlocked with the investigator's authorisation and a reason.");
    }
}

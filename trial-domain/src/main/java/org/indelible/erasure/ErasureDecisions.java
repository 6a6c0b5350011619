package org.indelible.erasure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.authority.Act;
import org.indelible.authority.Authority;
import org.indelible.authority.Role;
import org.indelible.authority.TrialScope;
import org.indelible.erasure.ErasableTexts.ErasableText;
import org.indelible.erasure.ErasureCommand.*;
import org.indelible.erasure.ErasureEvent.*;
import org.indelible.erasure.ErasureState.Request;
import org.indelible.erasure.ErasureState.Status;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.EntryHash;
import org.indelible.shared.RecordedReason;

/**
 * What is asked about erasing, and what comes of it. Nothing goes by the will of one person, and nothing about a participant without an
 * investigator of the site: neither the sponsor nor the site can take anything out of the record alone.
 */
final class ErasureDecisions {
    private static final Set<Role> INVESTIGATORS = Set.of(Role.INVESTIGATOR, Role.SUB_INVESTIGATOR);

    private ErasureDecisions() {}

    static List<ErasureEvent> decide(
            ErasureState state, ErasureCommand command, Authority authority, ErasableTexts texts) {
        return switch (command) {
            case RequestTextErasure c -> requestText(state, c, authority, texts);
            case RequestIdentityErasure c -> requestIdentity(state, c, authority);
            case ApproveErasure c -> approve(state, c, authority);
            case DeclineErasure c -> decline(state, c, authority);
            case RecordErasure c -> record(state, c, authority);
        };
    }

    private static List<ErasureEvent> requestText(
            ErasureState state, RequestTextErasure command, Authority authority, ErasableTexts texts) {
        authority.require(Act.REQUEST_ERASURE);
        if (command.texts().isEmpty()) {
            throw noSuchText();
        }
        List<String> fields = new ArrayList<>();
        EntryHash entry = null;
        for (DisclosureDigest digest : command.texts()) {
            ErasableText text = texts.find(command.subject().trial(), command.entry(), digest)
                    .filter(found ->
                            found.participant().equals(command.subject().participant()))
                    .orElseThrow(ErasureDecisions::noSuchText);
            requireErasable(text);
            if (state.underWay(digest)) {
                throw underWay();
            }
            fields.add(text.field());
            entry = text.entry();
        }
        return List.of(new TextErasureRequested(
                command.request(),
                command.entry(),
                Objects.requireNonNull(entry),
                command.texts(),
                fields,
                authority.actor().account(),
                authority.actor().role(),
                RecordedReason.of(command.reason())));
    }

    private static void requireErasable(ErasableText text) {
        if (text.erased()) {
            throw alreadyErased();
        }
        if (text.disclosureClass() == DisclosureClass.IDENTITY) {
            throw new DomainRefusal(
                    "identity-erased-as-a-whole",
                    "This field identifies the participant by design.",
                    "Correct it, or erase the participant's identity once the trial's retention has ended.");
        }
        if (text.disclosureClass() != DisclosureClass.FREE_TEXT) {
            throw new DomainRefusal(
                    "not-erasable",
                    "This is a value of the study, not free text.",
                    "Correct the value; its history stays.");
        }
    }

    private static List<ErasureEvent> requestIdentity(
            ErasureState state, RequestIdentityErasure command, Authority authority) {
        authority.require(Act.REQUEST_ERASURE);
        if (command.subject().participant().isEmpty()) {
            throw new DomainRefusal(
                    "participant-missing", "An identity is that of a participant.", "Say whose identity it is.");
        }
        state.ofIdentity().ifPresent(request -> {
            throw request.underWay() ? underWay() : alreadyErased();
        });
        return List.of(new IdentityErasureRequested(
                command.request(),
                requireRetentionEnded(authority),
                authority.actor().account(),
                authority.actor().role(),
                RecordedReason.of(command.reason())));
    }

    private static LocalDate requireRetentionEnded(Authority authority) {
        LocalDate until = authority
                .trial()
                .flatMap(TrialScope::retainedUntil)
                .orElseThrow(() -> new DomainRefusal(
                        "retention-end-not-recorded",
                        "It is not on record until when this trial's records have to be kept.",
                        "The data manager records the end of retention first."));
        if (!authority.day().isAfter(until)) {
            throw new DomainRefusal(
                    "retention-not-ended",
                    "The records of this trial have to be kept until " + until + ".",
                    "No identity is erased before that day is over.");
        }
        return until;
    }

    private static List<ErasureEvent> approve(ErasureState state, ApproveErasure command, Authority authority) {
        authority.require(Act.APPROVE_ERASURE);
        Request request = pending(state, command);
        if (request.by().equals(authority.actor().account())) {
            throw new DomainRefusal(
                    "second-person-needed", "Who asked cannot approve.", "Ask a second person to approve.");
        }
        boolean investigator = INVESTIGATORS.contains(request.role())
                || INVESTIGATORS.contains(authority.actor().role());
        if (command.subject().participant().isPresent() && !investigator) {
            throw new DomainRefusal(
                    "investigator-needed",
                    "What a site recorded about a participant is not erased without an investigator of the site.",
                    "Ask an investigator of the site to approve.");
        }
        if (request.ofIdentity()) {
            requireRetentionEnded(authority);
        }
        return List.of(new ErasureApproved(
                command.request(), request.by(), authority.actor().account()));
    }

    private static List<ErasureEvent> decline(ErasureState state, DeclineErasure command, Authority authority) {
        Request request = pending(state, command);
        authority.require(request.by().equals(authority.actor().account()) ? Act.REQUEST_ERASURE : Act.APPROVE_ERASURE);
        return List.of(new ErasureDeclined(
                command.request(), authority.actor().account(), RecordedReason.of(command.reason())));
    }

    private static List<ErasureEvent> record(ErasureState state, RecordErasure command, Authority authority) {
        authority.require(Act.CARRY_OUT_ERASURE);
        return switch (state.find(command.request()).map(Request::status).orElse(Status.DECLINED)) {
            case APPROVED -> List.of(new ErasureCarriedOut(command.request(), command.order()));
            case CARRIED_OUT -> List.of();
            case REQUESTED, DECLINED -> throw notPending();
        };
    }

    private static Request pending(ErasureState state, ErasureCommand command) {
        return state.find(command.request())
                .filter(request -> request.status() == Status.REQUESTED)
                .orElseThrow(ErasureDecisions::notPending);
    }

    private static DomainRefusal noSuchText() {
        return new DomainRefusal(
                "no-such-text", "This entry has no such text.", "Choose the text on the page of its entry.");
    }

    private static DomainRefusal underWay() {
        return new DomainRefusal(
                "erasure-under-way", "Somebody has asked for this already.", "See the list of erasures.");
    }

    private static DomainRefusal alreadyErased() {
        return new DomainRefusal("already-erased", "This is erased already.", "There is nothing left to erase.");
    }

    private static DomainRefusal notPending() {
        return new DomainRefusal(
                "erasure-not-pending", "There is no such request that waits.", "See the list of erasures.");
    }
}

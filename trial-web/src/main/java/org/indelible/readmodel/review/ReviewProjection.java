package org.indelible.readmodel.review;

import static org.indelible.readmodel.projection.VersionedTable.table;

import java.util.Arrays;
import java.util.Optional;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.authority.Role;
import org.indelible.casebook.CheckEvent;
import org.indelible.casebook.FormRef;
import org.indelible.casebook.ItemRef;
import org.indelible.casebook.LockEvent;
import org.indelible.casebook.PartLockEvent;
import org.indelible.casebook.PartScope;
import org.indelible.casebook.PromptedAnswer;
import org.indelible.casebook.QueryId;
import org.indelible.casebook.ReviewEvent;
import org.indelible.casebook.VerifiedItem;
import org.indelible.readmodel.projection.Changes;
import org.indelible.readmodel.projection.LoggedEvent;
import org.indelible.readmodel.projection.Projection;
import org.indelible.readmodel.projection.VersionedTable;
import org.jspecify.annotations.Nullable;

/** Forms opened by signers, queries, source data verification, freezing and locking. */
public final class ReviewProjection implements Projection {
    private static final VersionedTable OPENING = table("form_opening")
            .key("trial", "participant", "account", "event", "event_key", "form", "form_key")
            .columns();
    private static final VersionedTable QUERY = table("query")
            .key("trial", "participant", "query")
            .columns(
                    "event",
                    "event_key",
                    "form",
                    "form_key",
                    "item_group",
                    "group_key",
                    "item",
                    "raised_as",
                    "check_id");
    private static final VersionedTable TURN =
            table("query_turn").key("trial", "participant", "query").columns("status", "text_digest");
    private static final VersionedTable PROMPT = table("check_prompt")
            .key(
                    "trial",
                    "participant",
                    "event",
                    "event_key",
                    "form",
                    "form_key",
                    "item_group",
                    "group_key",
                    "item",
                    "n")
            .columns("check_id", "class", "value", "digest", "unit");
    private static final VersionedTable VERIFICATION = table("verification")
            .key("trial", "participant", "event", "event_key", "form", "form_key", "item_group", "group_key", "item")
            .columns("seq");
    private static final VersionedTable FREEZE = table("form_freeze")
            .key("trial", "participant", "event", "event_key", "form", "form_key")
            .columns();
    private static final VersionedTable PART = table("part_bar")
            .key("trial", "participant", "event", "event_key", "form", "form_key", "item_group", "group_key", "item")
            .columns("locked", "authorised_by");
    private static final VersionedTable AUTHORISATION =
            table("unlock_authorisation").key("trial", "participant").columns("account");
    private static final VersionedTable REVIEW = table("form_review")
            .key("trial", "participant", "event", "event_key", "form", "form_key")
            .columns("seen");
    private static final VersionedTable LOCK =
            table("casebook_lock").key("trial", "participant").columns();

    @Override
    public void project(LoggedEvent logged, Changes changes) {
        switch (logged.event()) {
            case ReviewEvent event -> review(logged, event, changes);
            case CheckEvent event -> check(logged, event, changes);
            case LockEvent event -> lock(logged, event, changes);
            case PartLockEvent event -> part(logged, event, changes);
            default -> {}
        }
    }

    private static void review(LoggedEvent logged, ReviewEvent event, Changes changes) {
        switch (event) {
            case ReviewEvent.FormOpened opened -> opened(logged, opened, changes);
            case ReviewEvent.ItemsVerified verified ->
                verified.items().forEach(item -> verified(logged, verified.form(), item, changes));
            case ReviewEvent.FormReviewed reviewed -> {
                Object[] key = formKey(logged, reviewed.form());
                Object[] row = Arrays.copyOf(key, key.length + 1);
                row[key.length] = reviewed.seen().seq();
                changes.replace(REVIEW, row);
            }
            case ReviewEvent.QueryRaised raised -> {
                raised(logged, raised, changes);
                turn(logged, raised.query(), "open", raised.text(), changes);
            }
            case ReviewEvent.QueryAnswered answered ->
                turn(logged, answered.query(), "answered", answered.text(), changes);
            case ReviewEvent.QueryClosed closed -> turn(logged, closed.query(), "closed", null, changes);
            case ReviewEvent.QueryReopened reopened -> turn(logged, reopened.query(), "open", reopened.text(), changes);
            case ReviewEvent.QueryCancelled cancelled ->
                turn(logged, cancelled.query(), "cancelled", cancelled.reason().text(), changes);
        }
    }

    private static void opened(LoggedEvent logged, ReviewEvent.FormOpened opened, Changes changes) {
        FormRef form = opened.form();
        changes.replace(
                OPENING,
                logged.ledger(),
                logged.participantKey(),
                opened.by().value(),
                form.eventOid(),
                form.eventKey().value(),
                form.formOid(),
                form.formKey().value());
    }

    private static void raised(LoggedEvent logged, ReviewEvent.QueryRaised raised, Changes changes) {
        query(logged, raised.query(), raised.form(), raised.item(), raised.raisedAs(), null, changes);
    }

    private static void query(
            LoggedEvent logged,
            QueryId query,
            FormRef form,
            Optional<ItemRef> item,
            Role raisedAs,
            @Nullable String check,
            Changes changes) {
        changes.open(
                QUERY,
                logged.ledger(),
                logged.participantKey(),
                query.value(),
                form.eventOid(),
                form.eventKey().value(),
                form.formOid(),
                form.formKey().value(),
                item.map(ItemRef::groupOid).orElse(null),
                item.map(ref -> ref.groupKey().value()).orElse(null),
                item.map(ItemRef::itemOid).orElse(null),
                raisedAs.name(),
                check);
    }

    private static void check(LoggedEvent logged, CheckEvent event, Changes changes) {
        switch (event) {
            case CheckEvent.CheckPrompted prompted -> {
                for (int n = 0; n < prompted.answers().size(); n++) {
                    prompted(logged, prompted.form(), prompted.answers().get(n), n, changes);
                }
            }
            case CheckEvent.CheckQueryRaised raised -> {
                query(
                        logged,
                        raised.query(),
                        raised.form(),
                        Optional.of(raised.item()),
                        Role.SYSTEM,
                        raised.check(),
                        changes);
                turn(logged, raised.query(), "open", raised.text(), changes);
            }
            case CheckEvent.CheckQuerySatisfied satisfied -> turn(logged, satisfied.query(), "closed", null, changes);
        }
    }

    private static void prompted(LoggedEvent logged, FormRef form, PromptedAnswer answer, int n, Changes changes) {
        DisclosureClass disclosureClass = answer.value().disclosureClass();
        boolean copied = disclosureClass == DisclosureClass.VALUE || disclosureClass == DisclosureClass.ALLOCATION;
        changes.open(
                PROMPT,
                logged.ledger(),
                logged.participantKey(),
                form.eventOid(),
                form.eventKey().value(),
                form.formOid(),
                form.formKey().value(),
                answer.item().groupOid(),
                answer.item().groupKey().value(),
                answer.item().itemOid(),
                n,
                answer.check(),
                disclosureClass.letter(),
                copied ? answer.value().present().flatMap(text -> text).orElse(null) : null,
                answer.value().digest().orElse(null),
                answer.unitOid().orElse(null));
    }

    private static void turn(
            LoggedEvent logged, QueryId query, String status, @Nullable Disclosable<String> text, Changes changes) {
        changes.replace(
                TURN,
                logged.ledger(),
                logged.participantKey(),
                query.value(),
                status,
                text == null ? null : text.digest().orElse(null));
    }

    private static void verified(LoggedEvent logged, FormRef form, VerifiedItem item, Changes changes) {
        changes.replace(
                VERIFICATION,
                logged.ledger(),
                logged.participantKey(),
                form.eventOid(),
                form.eventKey().value(),
                form.formOid(),
                form.formKey().value(),
                item.item().groupOid(),
                item.item().groupKey().value(),
                item.item().itemOid(),
                item.version().seq());
    }

    private static void lock(LoggedEvent logged, LockEvent event, Changes changes) {
        switch (event) {
            case LockEvent.FormFrozen frozen -> changes.replace(FREEZE, formKey(logged, frozen.form()));
            case LockEvent.FormUnfrozen unfrozen -> changes.close(FREEZE, formKey(logged, unfrozen.form()));
            case LockEvent.CasebookLocked locked -> changes.replace(LOCK, logged.ledger(), logged.participantKey());
            case LockEvent.CasebookUnlockAuthorised authorised ->
                changes.replace(
                        AUTHORISATION,
                        logged.ledger(),
                        logged.participantKey(),
                        authorised.signature().authentication().account().value());
            case LockEvent.CasebookUnlocked unlocked -> {
                changes.close(LOCK, logged.ledger(), logged.participantKey());
                changes.close(AUTHORISATION, logged.ledger(), logged.participantKey());
            }
        }
    }

    private static void part(LoggedEvent logged, PartLockEvent event, Changes changes) {
        Object[] key = partKey(logged, event.scope());
        switch (event) {
            case PartLockEvent.PartFrozen frozen -> changes.replace(PART, barred(key, false, null));
            case PartLockEvent.PartLocked locked -> changes.replace(PART, barred(key, true, null));
            case PartLockEvent.PartUnlockAuthorised authorised ->
                changes.replace(
                        PART,
                        barred(
                                key,
                                true,
                                authorised
                                        .signature()
                                        .authentication()
                                        .account()
                                        .value()));
            case PartLockEvent.PartUnfrozen unfrozen -> changes.close(PART, key);
            case PartLockEvent.PartUnlocked unlocked -> changes.close(PART, key);
        }
    }

    private static @Nullable Object[] barred(Object[] key, boolean locked, @Nullable String authorisedBy) {
        @Nullable Object[] row = Arrays.copyOf(key, key.length + 2);
        row[key.length] = locked;
        row[key.length + 1] = authorisedBy;
        return row;
    }

    private static Object[] partKey(LoggedEvent logged, PartScope scope) {
        return new Object[] {
            logged.ledger(),
            logged.participantKey(),
            scope.visit().map(visit -> visit.eventOid()).orElse(""),
            scope.visit().map(visit -> visit.eventKey().value()).orElse(""),
            scope.form().map(FormRef::formOid).orElse(""),
            scope.form().map(form -> form.formKey().value()).orElse(""),
            scope.item().map(ItemRef::groupOid).orElse(""),
            scope.item().map(item -> item.groupKey().value()).orElse(""),
            scope.item().map(ItemRef::itemOid).orElse("")
        };
    }

    private static Object[] formKey(LoggedEvent logged, FormRef form) {
        return new Object[] {
            logged.ledger(),
            logged.participantKey(),
            form.eventOid(),
            form.eventKey().value(),
            form.formOid(),
            form.formKey().value()
        };
    }
}

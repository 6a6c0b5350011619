package org.indelible.casebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.authority.Act;
import org.indelible.authority.Authority;
import org.indelible.casebook.CasebookState.Registered;
import org.indelible.casebook.Queries.Query;
import org.indelible.casebook.Queries.Status;
import org.indelible.casebook.ReviewCommand.*;
import org.indelible.casebook.ReviewEvent.*;
import org.indelible.shared.AccountId;
import org.indelible.shared.Reason;
import org.indelible.shared.RecordedReason;

/** Source data verification and queries. */
final class ReviewDecisions {
    private ReviewDecisions() {}

    static List<CasebookEvent> decide(
            Registered casebook, ReviewCommand command, Authority authority, StudyBuilds builds) {
        authority.require(actOf(command));
        return switch (command) {
            case OpenForm c -> open(casebook, c, authority.actor().account());
            case VerifyItems c -> verify(casebook, c);
            case ReviewForm c -> review(casebook, c);
            case RaiseQuery c -> raise(casebook, c, authority, builds);
            case AnswerQuery c -> {
                require(casebook, c.query(), Status.OPEN);
                yield List.of(new QueryAnswered(c.query(), text(c.text())));
            }
            case CloseQuery c -> close(require(casebook, c.query(), Status.OPEN, Status.ANSWERED), c);
            case ReopenQuery c -> {
                require(casebook, c.query(), Status.ANSWERED, Status.CLOSED);
                yield List.of(new QueryReopened(c.query(), text(c.text())));
            }
            case CancelQuery c -> cancel(casebook, c, authority);
        };
    }

    private static Act actOf(ReviewCommand command) {
        return switch (command) {
            case OpenForm c -> Act.SIGN;
            case VerifyItems c -> Act.VERIFY;
            case ReviewForm c -> Act.REVIEW_FORM;
            case RaiseQuery c -> Act.RAISE_QUERY;
            case AnswerQuery c -> Act.ANSWER_QUERY;
            case CloseQuery c -> Act.CLOSE_QUERY;
            case ReopenQuery c -> Act.RAISE_QUERY;
            case CancelQuery c -> Act.RAISE_QUERY;
        };
    }

    /** What is not as it was shown any more was not opened as it is. */
    private static List<CasebookEvent> open(Registered casebook, OpenForm command, AccountId by) {
        Version latest = casebook.records().form(command.form()).lastChange();
        boolean shown = !latest.equals(Version.NONE) && command.seen().seq() >= latest.seq();
        return !shown || casebook.signatures().openings().contains(command.form(), by, latest)
                ? List.of()
                : List.of(new FormOpened(command.form(), by, latest));
    }

    private static List<CasebookEvent> verify(Registered casebook, VerifyItems command) {
        FormState form = casebook.records().form(command.form());
        command.items()
                .forEach(item -> PartLockDecisions.requireUnlocked(casebook, command.form(), Optional.of(item.item())));
        List<ItemRef> changed = command.items().stream()
                .filter(item -> form.item(item.item())
                        .filter(point -> point.version().equals(item.version()))
                        .isEmpty())
                .map(VerifiedItem::item)
                .toList();
        if (!changed.isEmpty()) {
            throw CasebookRefusals.dataPointChanged(changed);
        }
        return command.items().isEmpty() ? List.of() : List.of(new ItemsVerified(command.form(), command.items()));
    }

    private static List<CasebookEvent> review(Registered casebook, ReviewForm command) {
        PartLockDecisions.requireUnlocked(casebook, command.form(), Optional.empty());
        FormState form = casebook.records().form(command.form());
        if (form.lastChange().equals(Version.NONE)) {
            throw CasebookRefusals.unknownOid("Form", command.form().formOid());
        }
        if (command.seen().seq() < form.lastChange().seq()) {
            throw CasebookRefusals.dataPointChanged(List.of());
        }
        return List.of(new FormReviewed(command.form(), form.lastChange()));
    }

    private static List<CasebookEvent> raise(
            Registered casebook, RaiseQuery command, Authority authority, StudyBuilds builds) {
        if (casebook.queries().all().containsKey(command.query())) {
            throw CasebookRefusals.queryExists();
        }
        PartLockDecisions.requireUnlocked(casebook, command.form(), command.item());
        FormPlace place = FormPlace.of(
                builds.require(casebook.records().form(command.form()).build().orElseGet(casebook::build)),
                command.form());
        command.item().ifPresent(place::item);
        return List.of(new QueryRaised(
                command.query(),
                command.form(),
                command.item(),
                authority.actor().role(),
                text(command.text())));
    }

    /** A hard check that is let stand as it does not pass is a deviation. */
    private static List<CasebookEvent> close(Query query, CloseQuery command) {
        List<CasebookEvent> events = new ArrayList<>();
        events.add(new QueryClosed(command.query()));
        if (query.hard()) {
            events.add(LifecycleDecisions.deviation(
                    DeviationKind.HARD_CHECK_OVERRIDDEN,
                    Optional.of(query.form().visit())));
        }
        return events;
    }

    private static List<CasebookEvent> cancel(Registered casebook, CancelQuery command, Authority authority) {
        Query query = require(casebook, command.query(), Status.OPEN, Status.ANSWERED);
        if (query.raisedAs() != authority.actor().role()) {
            throw CasebookRefusals.notTheRaiser();
        }
        return List.of(new QueryCancelled(command.query(), RecordedReason.of(command.reason())));
    }

    private static Query require(Registered casebook, QueryId id, Status... inTurn) {
        Query query = Optional.ofNullable(casebook.queries().all().get(id)).orElseThrow(CasebookRefusals::queryUnknown);
        PartLockDecisions.requireUnlocked(casebook, query.form(), query.item());
        if (!List.of(inTurn).contains(query.status())) {
            throw CasebookRefusals.queryStatus(query.status());
        }
        return query;
    }

    /** Under the same limits as a reason: never blank, not a document. */
    private static Disclosable<String> text(String text) {
        return Disclosable.of(Reason.of(text).text(), DisclosureClass.FREE_TEXT);
    }
}

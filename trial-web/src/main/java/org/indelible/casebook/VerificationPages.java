package org.indelible.casebook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.indelible.anchoring.primitive.Sha256;
import org.indelible.portal.Say;
import org.indelible.portal.TrialPage;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.readmodel.DataPoint;
import org.indelible.readmodel.DataPoint.FormPoint;
import org.indelible.readmodel.casebook.CasebookView;
import org.indelible.readmodel.casebook.EventView;
import org.indelible.readmodel.casebook.FormView;
import org.indelible.readmodel.casebook.GroupView;
import org.indelible.readmodel.casebook.ItemView;
import org.indelible.readmodel.history.HistoryQueries;
import org.indelible.readmodel.history.ValueChange;
import org.indelible.readmodel.participant.VisitStatus;
import org.indelible.readmodel.review.ReviewPlans;
import org.indelible.readmodel.review.Reviews;
import org.indelible.trial.VerificationPlan;
import org.springframework.stereotype.Component;

/** Sets what is compared with its source: the forms of a visit or one of them, what the plan asks for, and what changed since. */
@Component
class VerificationPages {
    private final Reviews reviews;
    private final ReviewPlans plans;
    private final VerificationOverviews overviews;
    private final HistoryQueries history;
    private final Say say;

    VerificationPages(
            Reviews reviews, ReviewPlans plans, VerificationOverviews overviews, HistoryQueries history, Say say) {
        this.reviews = reviews;
        this.plans = plans;
        this.overviews = overviews;
        this.history = history;
        this.say = say;
    }

    /**
     * @param key of the form on this page
     * @param seen latest version of its data
     * @param reviewed whether it was read as a whole as it stands
     */
    record Form(
            String key,
            String title,
            String href,
            VisitStatus status,
            long seen,
            Optional<Reviews.Reviewed> reviewed,
            boolean reviewedAsItIs,
            List<Item> items) {
        public long toVerify() {
            return items.stream()
                    .filter(item -> item.planned() && item.readable() && !item.verified())
                    .count();
        }
    }

    /**
     * @param choice sent back for it: the data point and the version shown
     * @param planned whether the plan asks for it
     * @param before what stood there when it was verified last, where it changed since
     */
    record Item(
            String choice,
            String label,
            int row,
            ShownValue shown,
            boolean verified,
            boolean planned,
            boolean critical,
            Optional<ShownValue> before) {
        /** What the reader does not see they cannot compare. */
        public boolean readable() {
            return shown.state() != ShownValue.State.WITHHELD && shown.state() != ShownValue.State.ERASED;
        }
    }

    List<Form> forms(
            TrialPage page, CasebookView casebook, StudyBuild build, String event, String eventKey, String form) {
        String participant = casebook.participant().key();
        Map<DataPoint, Long> verified = reviews.verified(page.asOf(), page.visibility(), participant);
        Map<FormPoint, Reviews.Reviewed> reviewed = reviews.reviewed(page.asOf(), page.visibility(), participant);
        Optional<VerificationPlan> plan = plans.verification(page.asOf());
        boolean everything = plan.map(set -> overviews.everythingOf(page.asOf(), set, participant))
                .orElse(true);
        List<Form> forms = new ArrayList<>();
        for (EventView visit : casebook.events()) {
            if (visit.oid().equals(event) && visit.key().orElse("").equals(eventKey)) {
                visit.forms().stream()
                        .filter(view -> form.isEmpty() || view.oid().equals(form))
                        .forEach(view -> forms.add(
                                form(page, participant, build, visit, view, verified, reviewed, everything, plan)));
            }
        }
        return forms;
    }

    private Form form(
            TrialPage page,
            String participant,
            StudyBuild build,
            EventView visit,
            FormView view,
            Map<DataPoint, Long> verified,
            Map<FormPoint, Reviews.Reviewed> reviewed,
            boolean everything,
            Optional<VerificationPlan> plan) {
        FormPoint point = new FormPoint(visit.oid(), visit.key(), view.oid(), view.key());
        FormAddress address = FormAddress.of(point);
        List<Item> items = new ArrayList<>();
        int row = 0;
        for (GroupView group : view.groups()) {
            row = build.itemGroup(group.oid()).filter(def -> def.repeating()).isPresent() ? row + 1 : 0;
            for (ItemView item : group.items()) {
                if (!item.inactivated()) {
                    items.add(item(page, participant, build, point, group, item, row, verified, everything, plan));
                }
            }
        }
        long seen = view.groups().stream()
                .flatMap(group -> group.items().stream())
                .mapToLong(ItemView::seq)
                .max()
                .orElse(-1);
        Optional<Reviews.Reviewed> review = Optional.ofNullable(reviewed.get(point));
        return new Form(
                key(address),
                build.form(view.oid()).map(def -> def.name()).orElse(view.oid()),
                address.at(page.link("/participants/" + CasebookPaths.segment(participant) + "/form")),
                view.status(),
                seen,
                review,
                review.filter(done -> done.seen() >= seen).isPresent(),
                items);
    }

    private Item item(
            TrialPage page,
            String participant,
            StudyBuild build,
            FormPoint form,
            GroupView group,
            ItemView item,
            int row,
            Map<DataPoint, Long> verified,
            boolean everything,
            Optional<VerificationPlan> plan) {
        DataPoint point = new DataPoint(
                form.event(), form.eventKey(), form.form(), form.formKey(), group.oid(), group.key(), item.oid());
        Optional<ItemDef> def = build.item(item.oid());
        boolean critical = def.map(ItemDef::critical).orElse(false);
        return new Item(
                String.join(
                        "\t",
                        key(FormAddress.of(form)),
                        group.oid(),
                        group.key().orElse(""),
                        item.oid(),
                        Long.toString(item.seq())),
                def.map(d -> d.label(say.language())).orElse(item.oid()),
                row,
                ShownValue.of(item.value(), def, build, say.language()),
                item.verified(),
                everything
                        || critical && plan.map(VerificationPlan::criticalOfAll).orElse(false),
                critical,
                Optional.ofNullable(verified.get(point))
                        .filter(entry -> !item.verified())
                        .map(entry -> before(page, participant, build, def, point, entry)));
    }

    private ShownValue before(
            TrialPage page, String participant, StudyBuild build, Optional<ItemDef> def, DataPoint point, long entry) {
        return history.history(page.asOf(), page.visibility(), participant, point).stream()
                .filter(change -> change.provenance().entry() == entry)
                .findFirst()
                .flatMap(ValueChange::after)
                .map(value -> ShownValue.of(value, def, build, say.language()))
                .orElse(ShownValue.NONE);
    }

    /** Names a form on the page, without a character that addresses or forms take amiss. */
    static String key(FormAddress address) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Sha256.of(
                        String.join("\n", address.event(), address.eventKey(), address.form(), address.formKey())
                                .getBytes(StandardCharsets.UTF_8)));
    }
}

package org.indelible.readmodel.casebook;

import static org.indelible.readmodel.projection.VersionedTable.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.casebook.CorrectedItem;
import org.indelible.casebook.FormRef;
import org.indelible.casebook.InactivatedItem;
import org.indelible.casebook.ItemRef;
import org.indelible.casebook.NullFlavour;
import org.indelible.casebook.RecordedItem;
import org.indelible.casebook.RecordingEvent;
import org.indelible.casebook.VisitEvent;
import org.indelible.readmodel.projection.Change.Exempt;
import org.indelible.readmodel.projection.Changes;
import org.indelible.readmodel.projection.LoggedEvent;
import org.indelible.readmodel.projection.Projection;
import org.indelible.readmodel.projection.VersionedTable;
import org.indelible.readmodel.trial.StudyBuilds;
import org.indelible.shared.BuildHash;
import org.indelible.shared.RecordedReason;
import org.jspecify.annotations.Nullable;

/** Visits, forms and the versions of data points. */
public final class CasebookProjection implements Projection {
    private static final VersionedTable VISIT =
            table("visit").key("trial", "participant", "event", "event_key").columns("on_day", "null_flavour");
    private static final VersionedTable FORM_CHANGE = table("form_change")
            .key("trial", "participant", "event", "event_key", "form", "form_key")
            .columns("kind", "build", "null_flavour");
    private static final VersionedTable ITEM = table("item")
            .key("trial", "participant", "event", "event_key", "form", "form_key", "item_group", "group_key", "item")
            .columns(
                    "seq",
                    "kind",
                    "class",
                    "value",
                    "digest",
                    "null_flavour",
                    "unit",
                    "reason_category",
                    "reason_digest");
    private static final String INACTIVATED = "inactivated";

    private final StudyBuilds builds;

    public CasebookProjection(StudyBuilds builds) {
        this.builds = builds;
    }

    @Override
    public void project(LoggedEvent logged, Changes changes) {
        switch (logged.event()) {
            case VisitEvent event -> visit(logged, event, changes);
            case RecordingEvent event -> recording(logged, event, changes);
            default -> {}
        }
    }

    private static void visit(LoggedEvent logged, VisitEvent event, Changes changes) {
        switch (event) {
            case VisitEvent.VisitStarted started ->
                changes.replace(
                        VISIT,
                        logged.ledger(),
                        logged.participantKey(),
                        started.visit().eventOid(),
                        started.visit().eventKey().value(),
                        started.on().orElse(null),
                        null);
            case VisitEvent.VisitMarkedNotDone notDone ->
                changes.replace(
                        VISIT,
                        logged.ledger(),
                        logged.participantKey(),
                        notDone.visit().eventOid(),
                        notDone.visit().eventKey().value(),
                        null,
                        notDone.flavour().name());
            case VisitEvent.FormMarkedNotDone notDone ->
                formChange(logged, notDone.form(), "not-done", null, notDone.flavour(), changes);
            case VisitEvent.FormMigrated migrated ->
                formChange(logged, migrated.form(), "migrated", migrated.to(), null, changes);
        }
    }

    private void recording(LoggedEvent logged, RecordingEvent event, Changes changes) {
        switch (event) {
            case RecordingEvent.ItemsRecorded recorded -> {
                formChange(logged, event.form(), "recorded", recorded.build(), null, changes);
                recorded.items().forEach(item -> recorded(logged, recorded, item, changes));
            }
            case RecordingEvent.ItemsCorrected corrected -> {
                formChange(logged, event.form(), "corrected", corrected.build(), null, changes);
                corrected.items().forEach(item -> corrected(logged, corrected, item, changes));
            }
            case RecordingEvent.ItemsInactivated inactivated -> {
                formChange(logged, event.form(), INACTIVATED, null, null, changes);
                inactivated.items().forEach(item -> inactivated(logged, inactivated, item, changes));
            }
            case RecordingEvent.GroupInactivated inactivated -> {
                formChange(logged, event.form(), INACTIVATED, null, null, changes);
                List<Object> group = formKey(logged, event.form());
                group.add(inactivated.group().groupOid());
                group.add(inactivated.group().groupKey().value());
                inactivateAll(logged, group, inactivated.reason(), changes);
            }
            case RecordingEvent.FormInactivated inactivated -> {
                formChange(logged, event.form(), "form-inactivated", null, null, changes);
                inactivateAll(logged, formKey(logged, event.form()), inactivated.reason(), changes);
            }
        }
    }

    private void recorded(LoggedEvent logged, RecordingEvent.ItemsRecorded event, RecordedItem item, Changes changes) {
        changes.open(
                ITEM,
                row(
                        logged,
                        event.form(),
                        item.item(),
                        version(logged, "first", item.value(), item.nullFlavour()),
                        unit(event.build(), item.unitOid()),
                        item.reason()));
    }

    private void corrected(
            LoggedEvent logged, RecordingEvent.ItemsCorrected event, CorrectedItem item, Changes changes) {
        changes.replace(
                ITEM,
                row(
                        logged,
                        event.form(),
                        item.item(),
                        version(logged, "corrected", item.value(), item.nullFlavour()),
                        unit(event.build(), item.unitOid()),
                        Optional.of(item.reason())));
    }

    private static void inactivated(
            LoggedEvent logged, RecordingEvent.ItemsInactivated event, InactivatedItem item, Changes changes) {
        changes.replace(
                ITEM, row(logged, event.form(), item.item(), noVersion(logged), null, Optional.of(event.reason())));
    }

    private static void inactivateAll(LoggedEvent logged, List<Object> prefix, RecordedReason reason, Changes changes) {
        List<@Nullable Object> values = noVersion(logged);
        values.add(null);
        values.addAll(reasonOf(Optional.of(reason)));
        changes.supersedeAll(ITEM, prefix, values, new Exempt("kind", INACTIVATED));
    }

    private static @Nullable Object[] row(
            LoggedEvent logged,
            FormRef form,
            ItemRef item,
            List<@Nullable Object> version,
            @Nullable String unit,
            Optional<RecordedReason> reason) {
        List<@Nullable Object> row = new ArrayList<>(formKey(logged, form));
        row.add(item.groupOid());
        row.add(item.groupKey().value());
        row.add(item.itemOid());
        row.addAll(version);
        row.add(unit);
        row.addAll(reasonOf(reason));
        return row.toArray();
    }

    private static List<Object> formKey(LoggedEvent logged, FormRef form) {
        List<Object> key = new ArrayList<>();
        key.add(logged.ledger());
        key.add(logged.participantKey());
        key.add(form.eventOid());
        key.add(form.eventKey().value());
        key.add(form.formOid());
        key.add(form.formKey().value());
        return key;
    }

    /**
     * Texts that can be erased stand here by digest whether or not they still are there, so that the row of an erased text is that of
     * the text before it was erased.
     */
    private static List<@Nullable Object> version(
            LoggedEvent logged, String kind, Disclosable<Optional<String>> value, Optional<NullFlavour> flavour) {
        boolean copied = value.disclosureClass() == DisclosureClass.VALUE
                || value.disclosureClass() == DisclosureClass.ALLOCATION;
        return new ArrayList<>(Arrays.asList(
                logged.seq(),
                kind,
                value.disclosureClass().letter(),
                copied ? value.present().flatMap(text -> text).orElse(null) : null,
                value.digest().orElse(null),
                flavour.map(Enum::name).orElse(null)));
    }

    private static List<@Nullable Object> noVersion(LoggedEvent logged) {
        return new ArrayList<>(Arrays.asList(logged.seq(), INACTIVATED, null, null, null, null));
    }

    private static List<@Nullable Object> reasonOf(Optional<RecordedReason> reason) {
        return Arrays.asList(
                reason.map(r -> r.category().name()).orElse(null),
                reason.flatMap(r -> r.text().digest()).orElse(null));
    }

    private @Nullable String unit(BuildHash build, Optional<String> unitOid) {
        return unitOid.map(oid -> builds.unitSymbol(build.value(), oid)).orElse(null);
    }

    private static void formChange(
            LoggedEvent logged,
            FormRef form,
            String kind,
            @Nullable BuildHash build,
            @Nullable NullFlavour flavour,
            Changes changes) {
        List<@Nullable Object> row = new ArrayList<>(formKey(logged, form));
        row.add(kind);
        row.add(build == null ? null : build.value());
        row.add(flavour == null ? null : flavour.name());
        changes.open(FORM_CHANGE, row.toArray());
    }
}

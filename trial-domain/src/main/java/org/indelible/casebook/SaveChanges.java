package org.indelible.casebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.authority.Act;
import org.indelible.authority.Authority;
import org.indelible.authority.ImportMandate;
import org.indelible.authority.ImportPurpose;
import org.indelible.casebook.CasebookState.Registered;
import org.indelible.casebook.RecordingCommand.RecordItems;
import org.indelible.protocols.build.ItemDef;
import org.indelible.shared.Reason;
import org.indelible.shared.RecordedReason;

/** What of a save differs from the record: nothing else becomes an event (R03). */
final class SaveChanges {
    private static final int LONGEST_TEXT = 16_000;

    private final Registered casebook;
    private final FormState form;
    private final FormPlace place;
    private final List<FormPlace> earlier;
    private final Authority authority;
    private final RecordItems command;
    private final List<RecordedItem> recorded = new ArrayList<>();
    private final List<CorrectedItem> corrected = new ArrayList<>();
    private final List<ItemRef> changedMeanwhile = new ArrayList<>();

    SaveChanges(
            Registered casebook,
            FormState form,
            FormPlace place,
            List<FormPlace> earlier,
            Authority authority,
            RecordItems command) {
        this.casebook = casebook;
        this.form = form;
        this.place = place;
        this.earlier = earlier;
        this.authority = authority;
        this.command = command;
    }

    List<RecordedItem> recorded() {
        return recorded;
    }

    List<CorrectedItem> corrected() {
        return corrected;
    }

    /** The data points that change. */
    List<ItemRef> items() {
        return Stream.concat(
                        recorded.stream().map(RecordedItem::item),
                        corrected.stream().map(CorrectedItem::item))
                .toList();
    }

    boolean isEmpty() {
        return recorded.isEmpty() && corrected.isEmpty();
    }

    /** By which way the values of this authority come in. */
    static Origin originOf(Authority authority) {
        return authority
                .mandate()
                .map(ImportMandate::purpose)
                .map(purpose -> switch (purpose) {
                    case SITE -> Origin.SITE;
                    case TRANSFER -> Origin.TRANSFER;
                    case MIGRATION -> Origin.MIGRATION;
                })
                .orElse(Origin.SITE);
    }

    SaveChanges compare() {
        Set<ItemRef> seen = new HashSet<>();
        Set<GroupRef> groups = new HashSet<>(form.groups());
        for (ItemEntry entry : command.items()) {
            if (!seen.add(entry.item())) {
                throw CasebookRefusals.itemTwice(entry.item());
            }
            compare(entry, groups);
        }
        if (!changedMeanwhile.isEmpty()) {
            throw CasebookRefusals.dataPointChanged(changedMeanwhile);
        }
        if (!recorded.isEmpty()) {
            authority.require(Act.RECORD_DATA);
        }
        if (!corrected.isEmpty()) {
            authority.require(Act.CORRECT_DATA);
        }
        return this;
    }

    private void compare(ItemEntry entry, Set<GroupRef> groups) {
        ItemRef ref = entry.item();
        DisclosureClass disclosureClass = FormPlace.classOf(definition(ref));
        requireGroup(ref.group(), groups);
        requireSound(entry);
        requireAgreed(ref);
        Optional<DataPoint> point = form.item(ref);
        Version present = point.map(DataPoint::version).orElse(Version.NONE);
        boolean same = point.map(there -> there.holds(entry.content()))
                .orElseGet(() -> entry.content() instanceof ItemContent.Cleared);
        if (same) {
            return;
        }
        if (entry.expected().filter(expected -> !expected.equals(present)).isPresent()) {
            changedMeanwhile.add(ref);
        } else if (point.isPresent()) {
            corrected.add(correct(entry, point.get(), disclosureClass));
        } else {
            recorded.add(first(entry, disclosureClass));
        }
    }

    /** A data point whose item an amendment has removed is corrected under the definition that it was recorded under. */
    private ItemDef definition(ItemRef ref) {
        return form.item(ref).isEmpty()
                ? place.item(ref)
                : place.find(ref)
                        .or(() -> earlier.stream()
                                .flatMap(before -> before.find(ref).stream())
                                .findFirst())
                        .orElseGet(() -> place.item(ref));
    }

    private RecordedItem first(ItemEntry entry, DisclosureClass disclosureClass) {
        Optional<Reason> reason = entry.reason().or(command::reason);
        boolean needed = entry.content() instanceof ItemContent.Absent && !migrating() || lateForForm();
        if (needed && reason.isEmpty()) {
            throw CasebookRefusals.reasonRequired(entry.item());
        }
        return new RecordedItem(
                entry.item(),
                Disclosable.of(text(entry.content()), disclosureClass),
                flavour(entry.content()),
                unit(entry.content()),
                reason.map(RecordedReason::of));
    }

    /** First values need a reason where the form was signed, verified or marked as not done before them. */
    private boolean lateForForm() {
        return form.notDone() || form.anyVerified() || casebook.signatures().everFor(command.form());
    }

    private CorrectedItem correct(ItemEntry entry, DataPoint point, DisclosureClass disclosureClass) {
        if (authority.importing(ImportPurpose.TRANSFER) && point.origin() != Origin.TRANSFER) {
            throw CasebookRefusals.siteDataBelongsToSite();
        }
        Reason reason =
                entry.reason().or(command::reason).orElseThrow(() -> CasebookRefusals.reasonRequired(entry.item()));
        return new CorrectedItem(
                entry.item(),
                point.version(),
                Disclosable.of(text(entry.content()), disclosureClass),
                flavour(entry.content()),
                unit(entry.content()),
                RecordedReason.of(reason));
    }

    private void requireGroup(GroupRef group, Set<GroupRef> groups) {
        if (form.inactiveGroups().contains(group)) {
            throw CasebookRefusals.inactivated();
        }
        if (groups.add(group) && !place.group(group).repeating()) {
            boolean another = groups.stream()
                    .anyMatch(other -> other.groupOid().equals(group.groupOid()) && !other.equals(group));
            if (another) {
                throw CasebookRefusals.notRepeating("Item group", group.groupOid());
            }
        }
    }

    private void requireSound(ItemEntry entry) {
        unit(entry.content())
                .filter(unit -> earlier.stream()
                        .noneMatch(before -> before.build().unit(unit).isPresent()))
                .ifPresent(place::requireUnit);
        if (text(entry.content()).filter(text -> text.length() > LONGEST_TEXT).isPresent()) {
            throw CasebookRefusals.textTooLong(entry.item());
        }
    }

    private void requireAgreed(ItemRef ref) {
        boolean outside = authority.importing(ImportPurpose.TRANSFER)
                && !authority.mandate().orElseThrow().agreedItems().contains(ref.itemOid());
        if (outside) {
            throw CasebookRefusals.notInAgreement(ref);
        }
    }

    private boolean migrating() {
        return authority.importing(ImportPurpose.MIGRATION);
    }

    private static Optional<String> text(ItemContent content) {
        return content instanceof ItemContent.Value value ? Optional.of(value.text()) : Optional.empty();
    }

    private static Optional<String> unit(ItemContent content) {
        return content instanceof ItemContent.Value value ? value.unitOid() : Optional.empty();
    }

    private static Optional<NullFlavour> flavour(ItemContent content) {
        return content instanceof ItemContent.Absent absent ? Optional.of(absent.flavour()) : Optional.empty();
    }
}

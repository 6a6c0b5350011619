package org.indelible.protocols.validation;

import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.build.StudyEventDef;
import org.indelible.protocols.build.VisitWindow;

/** Finds visits that are due after something that does not exist. */
final class Timing {
    private final StudyBuild build;
    private final Remarks remarks;

    Timing(StudyBuild build, Remarks remarks) {
        this.build = build;
        this.remarks = remarks;
    }

    void report() {
        for (StudyEventDef event : build.studyEvents()) {
            event.window().ifPresent(window -> window(event, window));
            event.timing()
                    .filter(timing -> build.event(timing.anchorEventOid()).isEmpty())
                    .ifPresent(timing -> remarks.warning(
                            "timing-without-anchor",
                            "StudyEventDef",
                            event.oid(),
                            event.name() + " is due after event " + timing.anchorEventOid()
                                    + ", which the build does not have.",
                            "Name an event of the build."));
        }
    }

    private void window(StudyEventDef event, VisitWindow window) {
        VisitWindow.Anchor anchor = window.anchor();
        boolean anchored = build.event(anchor.eventOid())
                        .flatMap(e -> e.formRef(anchor.formOid()))
                        .isPresent()
                && build.form(anchor.formOid())
                        .flatMap(f -> f.itemGroupRef(anchor.itemGroupOid()))
                        .isPresent()
                && build.itemGroup(anchor.itemGroupOid())
                        .flatMap(g -> g.itemRef(anchor.itemOid()))
                        .isPresent();
        if (!anchored) {
            remarks.warning(
                    "window-without-anchor",
                    "StudyEventDef",
                    event.oid(),
                    "The window of " + event.name() + " is counted from " + anchor.eventOid() + "/" + anchor.formOid()
                            + "/" + anchor.itemGroupOid() + "/" + anchor.itemOid() + ", where nothing is collected.",
                    "Name the event, form, group and item that hold the date.");
        }
        boolean dated = event.formRefs().stream()
                .flatMap(ref -> build.form(ref.oid()).stream())
                .flatMap(form -> form.itemGroupRefs().stream())
                .flatMap(ref -> build.itemGroup(ref.oid()).stream())
                .anyMatch(group -> group.itemRef(window.itemOid()).isPresent());
        if (!dated) {
            remarks.warning(
                    "window-without-date",
                    "StudyEventDef",
                    event.oid(),
                    "Whether " + event.name() + " is in time is told from item " + window.itemOid()
                            + ", which is not collected at it.",
                    "Name an item of the visit that holds its date.");
        }
        if (window.before().isNegative() || window.after().isNegative()) {
            remarks.warning(
                    "window-negative",
                    "StudyEventDef",
                    event.oid(),
                    "The window of " + event.name() + " closes before it opens.",
                    "Write before and after as periods that are not negative.");
        }
    }
}

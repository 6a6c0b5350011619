package org.indelible.protocols.diff;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.indelible.protocols.build.FormDef;
import org.indelible.protocols.build.ItemGroupDef;
import org.indelible.protocols.build.Ref;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.build.StudyEventDef;

/** Compares what the containers that are in both builds refer to. */
final class References {
    private final StudyBuild from;
    private final StudyBuild to;
    private final Catalogue before;
    private final Catalogue after;
    private final List<BuildChange> changes;

    References(StudyBuild from, StudyBuild to, Catalogue before, Catalogue after, List<BuildChange> changes) {
        this.from = from;
        this.to = to;
        this.before = before;
        this.after = after;
        this.changes = changes;
    }

    void compare() {
        compare(Catalogue.study(to), Kind.EVENT, from.eventRefs(), to.eventRefs());
        for (StudyEventDef now : to.studyEvents()) {
            from.event(now.oid())
                    .ifPresent(was -> compare(Kind.EVENT, now.oid(), Kind.FORM, was.formRefs(), now.formRefs()));
        }
        for (FormDef now : to.forms()) {
            from.form(now.oid())
                    .ifPresent(was ->
                            compare(Kind.FORM, now.oid(), Kind.ITEM_GROUP, was.itemGroupRefs(), now.itemGroupRefs()));
        }
        for (ItemGroupDef now : to.itemGroups()) {
            from.itemGroup(now.oid())
                    .ifPresent(was -> compare(Kind.ITEM_GROUP, now.oid(), Kind.ITEM, was.itemRefs(), now.itemRefs()));
        }
    }

    private void compare(Kind kind, String oid, Kind target, List<Ref> was, List<Ref> now) {
        compare(after.subject(kind, oid), target, was, now);
    }

    private void compare(Subject container, Kind target, List<Ref> was, List<Ref> now) {
        Map<String, Ref> then = byOid(was);
        Map<String, Ref> here = byOid(now);
        for (Ref ref : now) {
            Subject subject = after.subject(target, ref.oid());
            Ref old = then.get(ref.oid());
            if (old != null) {
                compare(subject, container, old, ref);
            } else if (before.has(target, ref.oid())) {
                changes.add(new BuildChange.Placed(subject, container, ref.mandatory()));
            }
        }
        for (Ref ref : was) {
            if (!here.containsKey(ref.oid()) && after.has(target, ref.oid())) {
                changes.add(new BuildChange.TakenOut(before.subject(target, ref.oid()), container));
            }
        }
        List<String> orderThen =
                was.stream().map(Ref::oid).filter(here::containsKey).toList();
        List<String> orderNow =
                now.stream().map(Ref::oid).filter(then::containsKey).toList();
        if (!orderThen.equals(orderNow)) {
            changes.add(new BuildChange.OrderChanged(container, orderThen, orderNow));
        }
    }

    private void compare(Subject subject, Subject container, Ref was, Ref now) {
        if (was.mandatory() != now.mandatory()) {
            changes.add(new BuildChange.MandatoryChanged(subject, container, now.mandatory()));
        }
        if (!was.conditionOid().equals(now.conditionOid())) {
            changes.add(new BuildChange.SkipLogicChanged(subject, container, was.conditionOid(), now.conditionOid()));
        }
        if (!was.methodOid().equals(now.methodOid())) {
            changes.add(new BuildChange.DerivationChanged(subject, container, was.methodOid(), now.methodOid()));
        }
        if (!was.role().equals(now.role())) {
            changes.add(new BuildChange.AttributeChanged(subject, Attribute.ROLE, was.role(), now.role()));
        }
    }

    private static Map<String, Ref> byOid(List<Ref> refs) {
        return refs.stream().collect(Collectors.toMap(Ref::oid, Function.identity(), (first, second) -> first));
    }
}

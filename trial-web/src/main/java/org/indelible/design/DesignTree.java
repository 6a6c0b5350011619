package org.indelible.design;

import java.util.List;
import org.indelible.protocols.build.FormDef;
import org.indelible.protocols.build.ItemGroupDef;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.design.Design;

/** The parts of a draft as a tree: visits with their forms, forms with what is asked on the one that is open, code lists. */
public record DesignTree(List<Branch> events, List<Branch> forms, List<Branch> codeLists) {
    public DesignTree {
        events = List.copyOf(events);
        forms = List.copyOf(forms);
        codeLists = List.copyOf(codeLists);
    }

    static DesignTree of(StudyBuild build, DesignPlace place, String path) {
        return new Planter(build, place, path, Design.language(build.content())).tree();
    }

    private record Planter(StudyBuild build, DesignPlace place, String path, String language) {
        DesignTree tree() {
            return new DesignTree(
                    build.eventRefs().stream()
                            .flatMap(ref -> build.event(ref.oid()).stream())
                            .map(event -> branch(
                                    event.name(),
                                    new DesignPlace("event", "", event.oid(), place.form()),
                                    event.formRefs().stream()
                                            .flatMap(ref -> build.form(ref.oid()).stream())
                                            .map(form -> branch(
                                                    form.name(),
                                                    new DesignPlace("form", event.oid(), form.oid(), form.oid()),
                                                    List.of()))
                                            .toList()))
                            .toList(),
                    build.forms().stream().map(this::form).toList(),
                    build.codeLists().stream()
                            .map(list -> branch(
                                    list.name(), new DesignPlace("code-list", "", list.oid(), place.form()), List.of()))
                            .toList());
        }

        private Branch form(FormDef form) {
            return branch(
                    form.name(),
                    new DesignPlace("form", "", form.oid(), form.oid()),
                    form.oid().equals(place.form())
                            ? form.itemGroupRefs().stream()
                                    .flatMap(ref -> build.itemGroup(ref.oid()).stream())
                                    .map(group -> group(form, group))
                                    .toList()
                            : List.of());
        }

        private Branch group(FormDef form, ItemGroupDef group) {
            return branch(
                    group.name(),
                    new DesignPlace("group", form.oid(), group.oid(), form.oid()),
                    group.itemRefs().stream()
                            .flatMap(ref -> build.item(ref.oid()).stream())
                            .map(item -> branch(
                                    item.label(language),
                                    new DesignPlace("item", group.oid(), item.oid(), form.oid()),
                                    List.of()))
                            .toList());
        }

        private Branch branch(String label, DesignPlace at, List<Branch> branches) {
            boolean here = at.what().equals(place.what())
                    && at.in().equals(place.in())
                    && at.oid().equals(place.oid());
            return new Branch(label, at.at(path), here, branches);
        }
    }
}

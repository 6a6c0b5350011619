package org.indelible.design;

import java.util.Optional;
import org.indelible.protocols.build.ItemGroupDef;
import org.indelible.protocols.build.StudyBuild;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What of a draft is being edited, as page addresses name it.
 *
 * @param what {@code study}, {@code event}, {@code form}, {@code group}, {@code item}, {@code code-list} or {@code check}
 * @param in OID of what it stands in: a group's form, an item's group, a check's item
 * @param oid empty: a new one; of a check its number from 0
 * @param form OID of the form that is shown
 */
public record DesignPlace(String what, String in, String oid, String form) {
    static final DesignPlace STUDY = new DesignPlace("study", "", "", "");

    /** What an address does not name is not there. */
    public DesignPlace {
        what = what == null ? "study" : what;
        in = in == null ? "" : in;
        oid = oid == null ? "" : oid;
        form = form == null ? "" : form;
    }

    public boolean fresh() {
        return oid.isEmpty();
    }

    /** Its address below that of the draft. */
    public String at(String path) {
        return UriComponentsBuilder.fromUriString(path)
                .queryParam("what", "{what}")
                .queryParam("in", "{in}")
                .queryParam("oid", "{oid}")
                .queryParam("form", "{form}")
                .encode()
                .buildAndExpand(what, in, oid, form)
                .toUriString();
    }

    boolean is(String kind) {
        return what.equals(kind);
    }

    /** Where a definition is edited; empty where the OID is none of the build's. */
    static Optional<DesignPlace> of(StudyBuild build, @Nullable String oid) {
        if (oid == null) {
            return Optional.empty();
        }
        if (build.event(oid).isPresent()) {
            return Optional.of(new DesignPlace("event", "", oid, ""));
        }
        if (build.form(oid).isPresent()) {
            return Optional.of(new DesignPlace("form", "", oid, oid));
        }
        if (build.codeList(oid).isPresent()) {
            return Optional.of(new DesignPlace("code-list", "", oid, ""));
        }
        return group(build, oid).or(() -> item(build, oid));
    }

    private static Optional<DesignPlace> group(StudyBuild build, String oid) {
        return formOf(build, oid).map(form -> new DesignPlace("group", form, oid, form));
    }

    private static Optional<DesignPlace> item(StudyBuild build, String oid) {
        return build.itemGroups().stream()
                .filter(group -> group.itemRef(oid).isPresent())
                .findFirst()
                .map(ItemGroupDef::oid)
                .map(group ->
                        new DesignPlace("item", group, oid, formOf(build, group).orElse("")));
    }

    static Optional<String> formOf(StudyBuild build, String group) {
        return build.forms().stream()
                .filter(form -> form.itemGroupRef(group).isPresent())
                .map(form -> form.oid())
                .findFirst();
    }
}

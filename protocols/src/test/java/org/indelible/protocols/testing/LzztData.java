package org.indelible.protocols.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.indelible.protocols.check.FormContent;
import org.indelible.protocols.check.GroupContent;
import org.indelible.protocols.check.ItemValue;
import org.indelible.protocols.clinicaldata.ClinicalDataHandler;
import org.indelible.protocols.clinicaldata.FormData;
import org.indelible.protocols.clinicaldata.OdmClinicalDataReader;
import org.indelible.protocols.clinicaldata.StudyEventData;
import org.indelible.protocols.clinicaldata.SubjectData;
import org.indelible.protocols.odm.Diagnostic;

/** The data of the real trial as they stand after the files applied so far. */
public final class LzztData {
    /** One form of one participant. */
    public record Place(
            String subject, String event, Optional<String> eventKey, String form, Optional<String> formKey) {}

    private record Group(String oid, String key) {}

    private final Map<Place, Map<Group, Map<String, ItemValue>>> forms = new LinkedHashMap<>();

    public LzztData apply(String file) throws IOException {
        try (InputStream in = Files.newInputStream(Fixtures.path("lzzt/" + file))) {
            OdmClinicalDataReader.read(in, new ClinicalDataHandler() {
                @Override
                public void subject(SubjectData subject) {
                    subject.studyEvents()
                            .forEach(event -> event.forms().forEach(form -> form(subject.subjectKey(), event, form)));
                }

                @Override
                public void diagnostic(Diagnostic diagnostic) {
                    throw new AssertionError(diagnostic);
                }
            });
        }
        return this;
    }

    private void form(String subject, StudyEventData event, FormData data) {
        Place place = new Place(subject, event.oid(), event.repeatKey(), data.oid(), data.repeatKey());
        Map<Group, Map<String, ItemValue>> groups = forms.computeIfAbsent(place, p -> new LinkedHashMap<>());
        data.itemGroups().forEach(group -> {
            Map<String, ItemValue> items = groups.computeIfAbsent(
                    new Group(group.oid(), group.repeatKey().orElse("")), g -> new LinkedHashMap<>());
            group.items().forEach(item -> items.put(item.oid(), new ItemValue(item.value(), item.unitOid())));
        });
    }

    public Map<Place, FormContent> forms() {
        Map<Place, FormContent> contents = new LinkedHashMap<>();
        forms.forEach((place, groups) -> {
            List<GroupContent> content = new ArrayList<>();
            groups.forEach((group, items) -> content.add(new GroupContent(group.oid(), group.key(), items)));
            contents.put(place, new FormContent(place.event(), place.form(), content));
        });
        return contents;
    }
}

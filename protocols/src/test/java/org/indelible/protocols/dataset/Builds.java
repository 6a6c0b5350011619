package org.indelible.protocols.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.indelible.protocols.build.BuildContent;
import org.indelible.protocols.build.DataType;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.ItemGroupDef;
import org.indelible.protocols.build.Ref;
import org.indelible.protocols.build.SmallBuild;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.build.TranslatedText;

/** Builds that hold nothing but the groups and items named. */
final class Builds {
    private Builds() {}

    static ItemDef item(String oid, String name, DataType type, String... units) {
        return new ItemDef(
                oid,
                name,
                type,
                Optional.empty(),
                Optional.empty(),
                TranslatedText.none(),
                TranslatedText.none(),
                List.of(units),
                Optional.empty(),
                List.of(),
                List.of(),
                false,
                false,
                false);
    }

    static ItemGroupDef group(String oid, ItemDef... items) {
        List<Ref> refs =
                Arrays.stream(items).map(item -> Ref.to(item.oid(), 1, false)).toList();
        return new ItemGroupDef(oid, "Group " + oid, true, Optional.empty(), TranslatedText.none(), refs, List.of());
    }

    static StudyBuild build(List<ItemGroupDef> groups, ItemDef... items) {
        BuildContent small = SmallBuild.content();
        return StudyBuild.of(new BuildContent(
                small.studyOid(),
                small.studyName(),
                small.studyDescription(),
                small.protocolName(),
                small.metaDataVersionOid(),
                small.name(),
                small.description(),
                List.of(),
                List.of(),
                List.of(),
                groups,
                List.of(items),
                small.codeLists(),
                small.units(),
                List.of(),
                List.of(),
                small.languages()));
    }

    /** The dataset of one group that holds these items. */
    static Dataset dataset(ItemDef... items) {
        return Datasets.of(List.of(build(List.of(group("IG.1", items)), items)), List.of())
                .all()
                .getFirst();
    }

    static Stream<Column> variables(Dataset dataset) {
        return dataset.columns().stream().filter(column -> !(column.content() instanceof Column.Place));
    }
}

package org.indelible.protocols.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.indelible.protocols.build.DataType;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.StudyBuild;
import org.junit.jupiter.api.Test;

class DatasetsTest {
    @Test
    void namesAreThoseThatToolsTakeAndAreUnique() {
        ItemDef[] items = {
            Builds.item("I.1", "weight (kg)", DataType.FLOAT, "MU.1"),
            Builds.item("I.2", "WEIGHT-KG", DataType.FLOAT),
            Builds.item("I.3", "WEIGHT_KGU", DataType.TEXT),
            Builds.item("I.4", "血压", DataType.TEXT),
            Builds.item("血压", "血压", DataType.TEXT),
            Builds.item("体重", "体重", DataType.TEXT),
            Builds.item("I.7", "2nd", DataType.TEXT),
            Builds.item("I.8", "SITEID", DataType.TEXT),
            Builds.item("I.9", "A name that is longer than thirty-two characters", DataType.FLOAT, "MU.1")
        };
        Dataset dataset = Builds.dataset(items);

        assertThat(Builds.variables(dataset).map(Column::name))
                .containsExactly(
                        "WEIGHT_KG",
                        "WEIGHT_KGU_2",
                        "WEIGHT_KG_2",
                        "WEIGHT_KGU",
                        "I_4",
                        "ITEM",
                        "ITEM_2",
                        "_2ND",
                        "SITEID_2",
                        "A_NAME_THAT_IS_LONGER_THAN_THIRT",
                        "A_NAME_THAT_IS_LONGER_THAN_THIRU",
                        "NOVALUE");
        assertThat(dataset.columns()).extracting(Column::itemOid).doesNotHaveDuplicates();
    }

    @Test
    void datasetsAreNamedByTheirGroups() {
        ItemDef item = Builds.item("I.1", "A", DataType.TEXT);
        StudyBuild build = Builds.build(
                List.of(Builds.group("IG.VS-1", item), Builds.group("ig.vs.1", item), Builds.group("组", item)), item);

        assertThat(Datasets.of(List.of(build), List.of()).all())
                .extracting(Dataset::name)
                .containsExactly("IG_VS_1", "IG_VS_1_2", "DATASET");
    }

    @Test
    void anItemHasOneNameInAllDatasetsThatHoldIt() {
        ItemDef shared = Builds.item("I.1", "DATE", DataType.DATE);
        ItemDef other = Builds.item("I.2", "DATE", DataType.DATE);
        StudyBuild build = Builds.build(
                List.of(Builds.group("IG.1", other), Builds.group("IG.2", shared), Builds.group("IG.3", shared, other)),
                shared,
                other);

        Map<String, List<String>> names = Datasets.of(List.of(build), List.of()).all().stream()
                .flatMap(Builds::variables)
                .collect(Collectors.groupingBy(Column::itemOid, Collectors.mapping(Column::name, Collectors.toList())));
        assertThat(names.get("I.1")).containsOnly("DATE_2");
        assertThat(names.get("I.2")).containsOnly("DATE");
    }

    @Test
    void whatAnEarlierBuildOrNoBuildHasIsKept() {
        ItemDef kept = Builds.item("I.1", "KEPT", DataType.FLOAT);
        ItemDef before = Builds.item("I.1", "BEFORE", DataType.INTEGER);
        ItemDef gone = Builds.item("I.2", "GONE", DataType.TEXT);
        StudyBuild newest = Builds.build(List.of(Builds.group("IG.1", kept)), kept);
        StudyBuild earlier = Builds.build(List.of(Builds.group("IG.1", gone, before)), gone, before);

        List<Dataset> all = Datasets.of(
                        List.of(newest, earlier),
                        List.of(new RecordedItem("IG.1", "I.3", true), new RecordedItem("IG.9", "I.1", false)))
                .all();

        assertThat(all).extracting(Dataset::itemGroupOid).containsExactly("IG.1", "IG.9");
        Map<String, Column> columns =
                Builds.variables(all.getFirst()).collect(Collectors.toMap(Column::name, Function.identity()));
        assertThat(columns).containsOnlyKeys("KEPT", "GONE", "I_3", "I_3U", "NOVALUE");
        assertThat(columns.get("KEPT")).extracting(Column::type).isEqualTo(ColumnType.DECIMAL);
    }
}

package org.indelible.protocols.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.indelible.protocols.build.Alias;
import org.indelible.protocols.build.BuildContent;
import org.indelible.protocols.build.CodeListEntry;
import org.indelible.protocols.build.Comparator;
import org.indelible.protocols.build.DataType;
import org.indelible.protocols.build.EventType;
import org.indelible.protocols.build.FormalExpression;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.RangeCheck;
import org.indelible.protocols.build.Ref;
import org.indelible.protocols.build.SmallBuild;
import org.indelible.protocols.build.SoftHard;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.build.TranslatedText;
import org.indelible.protocols.design.DesignEdit.AddCodeList;
import org.indelible.protocols.design.DesignEdit.AddEvent;
import org.indelible.protocols.design.DesignEdit.AddForm;
import org.indelible.protocols.design.DesignEdit.AddGroup;
import org.indelible.protocols.design.DesignEdit.AddItem;
import org.indelible.protocols.design.DesignEdit.AddListedItems;
import org.indelible.protocols.design.DesignEdit.ChangeEvent;
import org.indelible.protocols.design.DesignEdit.ChangeItem;
import org.indelible.protocols.design.DesignEdit.EventFields;
import org.indelible.protocols.design.DesignEdit.Flags;
import org.indelible.protocols.design.DesignEdit.FormFields;
import org.indelible.protocols.design.DesignEdit.GroupFields;
import org.indelible.protocols.design.DesignEdit.ItemFields;
import org.indelible.protocols.design.DesignEdit.Kind;
import org.indelible.protocols.design.DesignEdit.Move;
import org.indelible.protocols.design.DesignEdit.PutCheck;
import org.indelible.protocols.design.DesignEdit.Remove;
import org.indelible.protocols.validation.StudyBuildValidation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A study is made by hand, one edit after another. */
@Tag("R46")
class DesignTest {
    private static final RangeCheck AT_MOST_250 = new RangeCheck(
            Optional.of(Comparator.LE),
            SoftHard.SOFT,
            List.of("250"),
            Optional.empty(),
            TranslatedText.of("en", "That is high."),
            List.of());

    private BuildContent content = Design.blank("New study");

    private String edit(DesignEdit edit) {
        Design.Edited edited = Design.apply(content, edit, "en");
        content = edited.content();
        return edited.oid();
    }

    private static ItemFields item(String question, DataType type) {
        return new ItemFields(
                question,
                "",
                "",
                type,
                Optional.of(10),
                Optional.empty(),
                true,
                List.of(),
                Optional.empty(),
                Flags.NONE,
                "");
    }

    private String group() {
        String event = edit(new AddEvent(new EventFields("Screening", "", EventType.SCHEDULED, false, List.of())));
        String form = edit(new AddForm(new FormFields("Vital signs", "", false), List.of(event)));
        return edit(new AddGroup(form, new GroupFields("Blood pressure", "", false, true)));
    }

    @Test
    void whatIsMadeByHandIsSound() {
        String group = group();
        String systolic = edit(new AddItem(group, item("Systolic blood pressure", DataType.INTEGER)));
        edit(new PutCheck(systolic, Optional.empty(), AT_MOST_250));
        StudyBuild build = StudyBuild.of(content);
        assertThat(systolic).isEqualTo("I.BLOOD-PRESSURE.SYSTOLIC-BLOOD-PRESSURE");
        assertThat(build.item(systolic).orElseThrow().name()).isEqualTo("SYSTOLIC_BLOOD_PRESSURE");
        assertThat(build.languages()).containsExactly("en");
        assertThat(StudyBuildValidation.of(build)).noneMatch(finding -> finding.error());
    }

    @Test
    void oidsAndNamesAreNobodyElses() {
        String group = group();
        String first = edit(new AddItem(group, item("Größe", DataType.INTEGER)));
        String second = edit(new AddItem(group, item("grosse!", DataType.INTEGER)));
        String third = edit(new AddItem(group, item("血压", DataType.INTEGER)));
        String fourth = edit(new AddItem(group, item("血压", DataType.INTEGER)));
        assertThat(List.of(first, second, third, fourth)).doesNotHaveDuplicates();
        assertThat(content.items())
                .extracting(ItemDef::name)
                .doesNotHaveDuplicates()
                .allMatch(n -> n.matches("[A-Z_0-9]+"));
    }

    @Test
    void aNameThatAnotherItemHasIsRefused() {
        String group = group();
        edit(new AddItem(group, item("Weight", DataType.FLOAT)));
        ItemFields same = new ItemFields(
                "Body weight",
                "WEIGHT",
                "",
                DataType.FLOAT,
                Optional.empty(),
                Optional.empty(),
                true,
                List.of(),
                Optional.empty(),
                Flags.NONE,
                "");
        assertThatThrownBy(() -> edit(new AddItem(group, same)))
                .isInstanceOfSatisfying(EditRefusedException.class, refused -> {
                    assertThat(refused.code()).isEqualTo("name-taken");
                    assertThat(refused.field()).isEqualTo("name");
                });
    }

    @Test
    void removingAFormTakesWhatOnlyItHadAndLeavesWhatOthersShare() {
        String group = group();
        String form = content.forms().getFirst().oid();
        edit(new AddItem(group, item("Weight", DataType.FLOAT)));
        String other = edit(new AddForm(new FormFields("Again", "", false), List.of()));
        String shared = edit(new AddGroup(other, new GroupFields("Shared", "", false, false)));
        edit(new AddItem(shared, item("Pulse", DataType.INTEGER)));
        edit(new Remove(Kind.FORM, "", form));
        assertThat(content.forms()).extracting(def -> def.oid()).containsExactly(other);
        assertThat(content.itemGroups()).extracting(def -> def.oid()).containsExactly(shared);
        assertThat(content.items()).extracting(ItemDef::name).containsExactly("PULSE");
        assertThat(content.studyEvents().getFirst().formRefs()).isEmpty();
    }

    @Test
    void aFormIsTakenOutOfOneVisitOnly() {
        group();
        String form = content.forms().getFirst().oid();
        String second = edit(new AddEvent(new EventFields("Week 2", "", EventType.SCHEDULED, false, List.of(form))));
        edit(new Remove(Kind.FORM, second, form));
        assertThat(content.forms()).hasSize(1);
        assertThat(content.studyEvents().getFirst().formRefs()).hasSize(1);
        assertThat(content.studyEvents().getLast().formRefs()).isEmpty();
    }

    @Test
    void neighboursExchangePlacesAndNumbers() {
        String group = group();
        String one = edit(new AddItem(group, item("One", DataType.TEXT)));
        String two = edit(new AddItem(group, item("Two", DataType.TEXT)));
        edit(new Move(Kind.ITEM, group, two, true));
        List<Ref> refs = content.itemGroups().getFirst().itemRefs();
        assertThat(refs).extracting(Ref::oid).containsExactly(two, one);
        assertThat(refs).extracting(ref -> ref.orderNumber().orElseThrow()).containsExactly(1, 2);
        BuildContent before = content;
        edit(new Move(Kind.ITEM, group, two, true));
        assertThat(content).isEqualTo(before);
    }

    @Test
    void otherLanguagesAndForeignFactsStay() {
        content = SmallBuild.content();
        ItemDef was = content.items().getFirst();
        edit(new ChangeItem(
                "IG.1",
                "I.1",
                new ItemFields(
                        "Systolic",
                        was.name(),
                        "",
                        was.dataType(),
                        was.length(),
                        was.significantDigits(),
                        true,
                        List.of("mmHg", "kPa"),
                        was.codeListOid(),
                        new Flags(true, false, true),
                        "false")));
        ItemDef now = content.items().getFirst();
        assertThat(now.question().byLanguage()).isEqualTo(Map.of("de", "Systolischer Druck", "en", "Systolic"));
        assertThat(now.units()).hasSize(2).startsWith("MU.1");
        assertThat(now.rangeChecks()).isEqualTo(was.rangeChecks());
        Ref ref = content.itemGroups().getFirst().itemRefs().getFirst();
        assertThat(ref.conditionOid()).contains("C.1");
        assertThat(ref.methodOid()).contains("M.1");
        assertThat(content.conditions()).isEqualTo(SmallBuild.content().conditions());
    }

    @Test
    void aFlagThatIsTakenBackGoesWithItsAlias() {
        content = SmallBuild.content();
        ItemDef was = content.items().getFirst();
        ItemDef stated = new ItemDef(
                was.oid(),
                was.name(),
                was.dataType(),
                was.length(),
                was.significantDigits(),
                was.question(),
                was.description(),
                was.units(),
                was.codeListOid(),
                was.rangeChecks(),
                List.of(new Alias(ItemDef.ALIAS_CONTEXT, "critical"), new Alias("SDTM", "VSORRES")),
                was.identifying(),
                was.blinding(),
                true);
        Workbench bench = new Workbench(content, "en");
        bench.items.put(was.oid(), stated);
        content = bench.content();
        edit(new ChangeItem("IG.1", "I.1", item("Systolic", DataType.INTEGER)));
        assertThat(content.items().getFirst().aliases()).containsExactly(new Alias("SDTM", "VSORRES"));
    }

    @Test
    void aConditionThatOthersShareStaysTheirs() {
        String group = group();
        ItemFields under = new ItemFields(
                "Smokes",
                "",
                "",
                DataType.TEXT,
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(),
                Optional.empty(),
                Flags.NONE,
                "AGE < 18");
        String smokes = edit(new AddItem(group, under));
        assertThat(content.conditions()).hasSize(1);
        edit(new ChangeItem(group, smokes, item("Smokes", DataType.TEXT)));
        assertThat(content.conditions()).isEmpty();
    }

    @Test
    void anEventKeepsTheOrderOfItsForms() {
        group();
        String vitals = content.forms().getFirst().oid();
        String later = edit(new AddForm(new FormFields("Later", "", false), List.of()));
        String event = content.studyEvents().getFirst().oid();
        edit(new ChangeEvent(
                event, new EventFields("Screening", "", EventType.SCHEDULED, false, List.of(later, vitals))));
        assertThat(content.studyEvents().getFirst().formRefs())
                .extracting(Ref::oid)
                .containsExactly(vitals, later);
    }

    @Test
    void aCodeListInUseIsNotRemoved() {
        String group = group();
        String list = edit(new AddCodeList("Sex", DataType.TEXT, List.of(code("F", "Female"), code("M", "Male"))));
        edit(new AddItem(
                group,
                new ItemFields(
                        "Sex",
                        "",
                        "",
                        DataType.TEXT,
                        Optional.of(1),
                        Optional.empty(),
                        true,
                        List.of(),
                        Optional.of(list),
                        Flags.NONE,
                        "")));
        assertThatThrownBy(() -> edit(new Remove(Kind.CODE_LIST, "", list))).hasMessageContaining("SEX");
    }

    @Test
    void aCheckSaysWhatMustHold() {
        String group = group();
        String weight = edit(new AddItem(group, item("Weight", DataType.FLOAT)));
        RangeCheck nothing = new RangeCheck(
                Optional.empty(),
                SoftHard.SOFT,
                List.of(),
                Optional.empty(),
                TranslatedText.none(),
                List.of(new FormalExpression(FormalExpression.CEL, "  ")));
        assertThatThrownBy(() -> edit(new PutCheck(weight, Optional.empty(), nothing)))
                .isInstanceOfSatisfying(
                        EditRefusedException.class,
                        refused -> assertThat(refused.code()).isEqualTo("expression-missing"));
    }

    @Test
    void listedItemsShareFormsGroupsAndCodeLists() {
        List<ListedItem> items = new ArrayList<>();
        List<CodeListEntry> yesNo = List.of(code("Y", "Yes"), code("N", "No"));
        items.add(new ListedItem("History", "Heart", false, item("Infarction", DataType.TEXT), yesNo, List.of()));
        items.add(new ListedItem("History", "Heart", false, item("Stroke", DataType.TEXT), yesNo, List.of()));
        items.add(new ListedItem(
                "Vitals", "Pressure", false, item("Systolic", DataType.INTEGER), List.of(), List.of(AT_MOST_250)));
        edit(new AddListedItems(items));
        assertThat(content.forms()).hasSize(2);
        assertThat(content.itemGroups()).hasSize(2);
        assertThat(content.codeLists()).hasSize(1);
        assertThat(content.items().getLast().rangeChecks()).containsExactly(AT_MOST_250);
    }

    @Test
    void whatIsGoneIsSaidToBeGone() {
        assertThatThrownBy(() -> edit(new AddItem("IG.NONE", item("Weight", DataType.FLOAT))))
                .isInstanceOfSatisfying(
                        EditRefusedException.class,
                        refused -> assertThat(refused.code()).isEqualTo("definition-gone"));
    }

    private static CodeListEntry code(String code, String label) {
        return new CodeListEntry(code, Optional.empty(), Optional.empty(), TranslatedText.of("en", label));
    }
}

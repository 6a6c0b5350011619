package org.indelible.protocols.write;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.indelible.protocols.build.Arm;
import org.indelible.protocols.build.CodeList;
import org.indelible.protocols.build.CodeListEntry;
import org.indelible.protocols.build.ConditionDef;
import org.indelible.protocols.build.DataType;
import org.indelible.protocols.build.Epoch;
import org.indelible.protocols.build.FormDef;
import org.indelible.protocols.build.FormalExpression;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.ItemGroupDef;
import org.indelible.protocols.build.MethodDef;
import org.indelible.protocols.build.RangeCheck;
import org.indelible.protocols.build.Ref;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.build.StudyEventDef;
import org.indelible.protocols.build.TranslatedText;

/**
 * Writes Study as ODM 2.0 has it: forms are ItemGroupDefs of Type Form, their groups of Type Section. Units, decimal places and
 * submission variables, for which 2.0 has no attribute, are among the {@link Extras}.
 */
final class StudyTwo {
    private static final String ALL_EVENTS = "SEG.ALL";
    private static final Set<DataType> CODE_TYPES = Set.of(DataType.INTEGER, DataType.TEXT, DataType.STRING);
    private static final Set<String> METHOD_TYPES = Set.of("Computation", "Imputation", "Preload", "Transpose");

    private final StudyBuild build;
    private final OdmXml xml;

    StudyTwo(StudyBuild build, OdmXml xml) {
        this.build = build;
        this.xml = xml;
    }

    void write() throws IOException {
        xml.start("Study");
        xml.attribute("OID", build.studyOid())
                .attribute("StudyName", build.studyName())
                .attribute("ProtocolName", build.protocolName().isEmpty() ? build.studyName() : build.protocolName());
        described(build.studyDescription());
        xml.start("MetaDataVersion");
        xml.attribute("OID", build.metaDataVersionOid()).attribute("Name", build.name());
        described(build.description());
        xml.line();
        protocol();
        xml.start("StudyEventGroupDef");
        xml.attribute("OID", ALL_EVENTS).attribute("Name", "All events");
        refs("StudyEventRef", "StudyEventOID", build.eventRefs());
        xml.end();
        xml.line();
        for (StudyEventDef event : build.studyEvents()) {
            event(event);
        }
        Set<String> inlined = new HashSet<>();
        for (FormDef form : build.forms()) {
            form(form, inlined);
        }
        for (ItemGroupDef group : build.itemGroups()) {
            if (!inlined.contains(group.oid())) {
                group(group);
            }
        }
        for (ItemDef item : build.items()) {
            item(item);
        }
        for (CodeList list : build.codeLists()) {
            codeList(list);
        }
        for (ConditionDef condition : build.conditions()) {
            condition(condition);
        }
        for (MethodDef method : build.methods()) {
            method(method);
        }
        xml.end();
        xml.end();
        xml.line();
    }

    private void described(String text) throws IOException {
        if (!text.isEmpty()) {
            xml.translated("Description", TranslatedText.of("", text));
        }
    }

    private void protocol() throws IOException {
        xml.start("Protocol");
        if (!build.arms().isEmpty() || !build.epochs().isEmpty()) {
            structure();
        }
        xml.start("StudyEventGroupRef");
        xml.attribute("StudyEventGroupOID", ALL_EVENTS).yesNo("Mandatory", true);
        xml.end();
        new Extras()
                .putIf(build.protocolName().isEmpty(), "noProtocolName", true)
                .putIf(!build.arms().isEmpty(), "arms", build.arms())
                .putIf(!build.epochs().isEmpty(), "epochs", build.epochs())
                .putIf(!build.units().isEmpty(), "units", build.units())
                .aliases(List.of(), xml);
        xml.end();
        xml.line();
    }

    private void structure() throws IOException {
        xml.start("StudyStructure");
        for (Arm arm : build.arms()) {
            xml.start("Arm");
            xml.attribute("OID", arm.oid()).attribute("Name", arm.name());
            xml.translated("Description", arm.description());
            xml.end();
        }
        int sequence = 0;
        for (Epoch epoch : build.epochs()) {
            xml.start("Epoch");
            xml.attribute("OID", epoch.oid())
                    .attribute("Name", epoch.name())
                    .attribute("SequenceNumber", String.valueOf(++sequence));
            xml.translated("Description", epoch.description());
            xml.end();
        }
        xml.end();
    }

    private void event(StudyEventDef event) throws IOException {
        xml.start("StudyEventDef");
        xml.attribute("OID", event.oid())
                .attribute("Name", event.name())
                .yesNo("Repeating", event.repeating())
                .attribute("Type", Words.type(event.type()))
                .attribute("Category", event.category());
        xml.translated("Description", event.description());
        refs("ItemGroupRef", "ItemGroupOID", event.formRefs());
        Extras extras = new Extras();
        event.timing().ifPresent(timing -> extras.put("timing", timing));
        extras.aliases(event.aliases(), xml);
        xml.end();
        xml.line();
    }

    /** A form with one group of its own OID is one definition in ODM 2.0: that is how its files say a form without sections. */
    private void form(FormDef form, Set<String> inlined) throws IOException {
        Optional<ItemGroupDef> own = form.itemGroupRef(form.oid()).flatMap(ref -> build.itemGroup(ref.oid()));
        xml.start("ItemGroupDef");
        xml.attribute("OID", form.oid())
                .attribute("Name", form.name())
                .attribute("Repeating", form.repeating() ? "Simple" : "No")
                .attribute("Type", "Form");
        xml.translated("Description", form.description());
        for (Ref ref : form.itemGroupRefs()) {
            if (ref.oid().equals(form.oid()) && own.isPresent()) {
                refs("ItemRef", "ItemOID", own.get().itemRefs());
                inlined.add(form.oid());
            } else {
                refs("ItemGroupRef", "ItemGroupOID", List.of(ref));
            }
        }
        new Extras().aliases(form.aliases(), xml);
        xml.end();
        xml.line();
    }

    private void group(ItemGroupDef group) throws IOException {
        xml.start("ItemGroupDef");
        xml.attribute("OID", group.oid())
                .attribute("Name", group.name())
                .attribute("Repeating", group.repeating() ? "Simple" : "No")
                .attribute("Type", "Section")
                .attribute("Domain", group.domain())
                .attribute("Purpose", group.purpose());
        xml.translated("Description", group.description());
        refs("ItemRef", "ItemOID", group.itemRefs());
        new Extras().aliases(group.aliases(), xml);
        xml.end();
        xml.line();
    }

    private void refs(String element, String attribute, List<Ref> refs) throws IOException {
        for (Ref ref : refs) {
            xml.start(element);
            xml.attribute(attribute, ref.oid())
                    .attribute("OrderNumber", ref.orderNumber())
                    .yesNo("Mandatory", ref.mandatory())
                    .attribute("MethodOID", ref.methodOid())
                    .attribute("CollectionExceptionConditionOID", ref.conditionOid())
                    .attribute("Role", ref.role());
            xml.end();
        }
    }

    private void item(ItemDef item) throws IOException {
        xml.start("ItemDef");
        xml.attribute("OID", item.oid())
                .attribute("Name", item.name())
                .attribute("DataType", item.dataType().odmName())
                .attribute("Length", item.length());
        xml.translated("Description", item.description());
        xml.translated("Question", item.question());
        xml.translated("CRFCompletionInstructions", item.instructions());
        Map<String, String> unitsOfChecks = new TreeMap<>();
        int number = 0;
        for (RangeCheck check : item.rangeChecks()) {
            String place = String.valueOf(number++);
            check.unitOid().ifPresent(unit -> unitsOfChecks.put(place, unit));
            rangeCheck(check);
        }
        xml.empty("CodeListRef", "CodeListOID", item.codeListOid());
        Extras extras = Words.flags(item)
                .putIf(!item.units().isEmpty(), "units", item.units())
                .putIf(!unitsOfChecks.isEmpty(), "unitsOfChecks", unitsOfChecks);
        item.significantDigits().ifPresent(digits -> extras.put("significantDigits", digits));
        item.sdsVarName().ifPresent(name -> extras.put("sdsVarName", name));
        item.origin().ifPresent(origin -> extras.put("origin", origin));
        extras.aliases(item.aliases(), xml);
        xml.end();
        xml.line();
    }

    private void rangeCheck(RangeCheck check) throws IOException {
        xml.start("RangeCheck");
        xml.attribute("Comparator", check.comparator()).attribute("SoftHard", check.hard() ? "Hard" : "Soft");
        for (String value : check.values()) {
            xml.text("CheckValue", value);
        }
        if (check.values().isEmpty()) {
            expressions(check.formalExpressions());
        }
        xml.translated("ErrorMessage", check.errorMessage());
        xml.end();
    }

    private void expressions(List<FormalExpression> expressions) throws IOException {
        xml.start("MethodSignature");
        xml.end();
        for (FormalExpression expression : expressions) {
            xml.start("FormalExpression");
            if (!expression.context().isEmpty()) {
                xml.attribute("Context", expression.context());
            }
            xml.text("Code", expression.text());
            xml.end();
        }
    }

    private void codeList(CodeList list) throws IOException {
        boolean typed = CODE_TYPES.contains(list.dataType());
        xml.start("CodeList");
        xml.attribute("OID", list.oid())
                .attribute("Name", list.name())
                .attribute("DataType", typed ? list.dataType().odmName() : "text");
        for (CodeListEntry entry : list.entries()) {
            xml.start("CodeListItem");
            xml.attribute("CodedValue", entry.codedValue())
                    .attribute("Rank", entry.rank().map(rank -> rank.toPlainString()))
                    .attribute("OrderNumber", entry.orderNumber());
            xml.translated("Decode", entry.decode());
            new Extras().aliases(entry.aliases(), xml);
            xml.end();
        }
        Extras extras = new Extras().putIf(!typed, "dataType", list.dataType());
        list.external().ifPresent(external -> extras.put("external", external));
        extras.aliases(list.aliases(), xml);
        xml.end();
        xml.line();
    }

    private void condition(ConditionDef condition) throws IOException {
        xml.start("ConditionDef");
        xml.attribute("OID", condition.oid()).attribute("Name", condition.name());
        xml.translated("Description", condition.description());
        expressions(condition.formalExpressions());
        xml.end();
        xml.line();
    }

    private void method(MethodDef method) throws IOException {
        boolean typed =
                method.type().filter(type -> !METHOD_TYPES.contains(type)).isEmpty();
        xml.start("MethodDef");
        xml.attribute("OID", method.oid()).attribute("Name", method.name());
        if (typed) {
            xml.attribute("Type", method.type());
        }
        xml.translated("Description", method.description());
        expressions(method.formalExpressions());
        new Extras().putIf(!typed, "type", method.type().orElse("")).aliases(List.of(), xml);
        xml.end();
        xml.line();
    }
}

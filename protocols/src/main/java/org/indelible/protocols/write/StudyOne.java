package org.indelible.protocols.write;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.indelible.protocols.build.CodeList;
import org.indelible.protocols.build.ConditionDef;
import org.indelible.protocols.build.FormDef;
import org.indelible.protocols.build.FormalExpression;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.ItemGroupDef;
import org.indelible.protocols.build.MeasurementUnit;
import org.indelible.protocols.build.MethodDef;
import org.indelible.protocols.build.RangeCheck;
import org.indelible.protocols.build.Ref;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.build.StudyEventDef;

/** Writes Study as ODM 1.3.2 has it (3.1.1). */
final class StudyOne {
    private static final Set<String> METHOD_TYPES = Set.of("Computation", "Imputation", "Transpose", "Other");

    private final StudyBuild build;
    private final OdmXml xml;

    StudyOne(StudyBuild build, OdmXml xml) {
        this.build = build;
        this.xml = xml;
    }

    void write() throws IOException {
        xml.start("Study");
        xml.attribute("OID", build.studyOid());
        xml.start("GlobalVariables");
        xml.text("StudyName", build.studyName());
        xml.text("StudyDescription", build.studyDescription());
        xml.text("ProtocolName", build.protocolName());
        xml.end();
        if (!build.units().isEmpty()) {
            xml.start("BasicDefinitions");
            for (MeasurementUnit unit : build.units()) {
                xml.start("MeasurementUnit");
                xml.attribute("OID", unit.oid()).attribute("Name", unit.name());
                xml.demanded("Symbol", unit.symbol());
                xml.end();
            }
            xml.end();
        }
        version();
        xml.end();
        xml.line();
    }

    private void version() throws IOException {
        xml.start("MetaDataVersion");
        xml.attribute("OID", build.metaDataVersionOid()).attribute("Name", build.name());
        if (!build.description().isEmpty()) {
            xml.attribute("Description", build.description());
        }
        xml.line();
        protocol();
        for (StudyEventDef event : build.studyEvents()) {
            event(event);
        }
        for (FormDef form : build.forms()) {
            form(form);
        }
        for (ItemGroupDef group : build.itemGroups()) {
            group(group);
        }
        for (ItemDef item : build.items()) {
            item(item);
        }
        CodeListWriter codeLists = new CodeListWriter(xml);
        for (CodeList list : build.codeLists()) {
            codeLists.write(list);
        }
        for (ConditionDef condition : build.conditions()) {
            condition(condition);
        }
        for (MethodDef method : build.methods()) {
            method(method);
        }
        xml.end();
    }

    private void protocol() throws IOException {
        xml.start("Protocol");
        refs("StudyEventRef", "StudyEventOID", build.eventRefs());
        new Extras()
                .putIf(!build.arms().isEmpty(), "arms", build.arms())
                .putIf(!build.epochs().isEmpty(), "epochs", build.epochs())
                .aliases(List.of(), xml);
        xml.end();
        xml.line();
    }

    private void event(StudyEventDef event) throws IOException {
        xml.start("StudyEventDef");
        xml.attribute("OID", event.oid())
                .attribute("Name", event.name())
                .yesNo("Repeating", event.repeating())
                .attribute("Type", Words.type(event.type()))
                .attribute("Category", event.category());
        xml.translated("Description", event.description());
        refs("FormRef", "FormOID", event.formRefs());
        Extras extras = new Extras();
        event.timing().ifPresent(timing -> extras.put("timing", timing));
        extras.aliases(event.aliases(), xml);
        xml.end();
        xml.line();
    }

    private void form(FormDef form) throws IOException {
        xml.start("FormDef");
        xml.attribute("OID", form.oid()).attribute("Name", form.name()).yesNo("Repeating", form.repeating());
        xml.translated("Description", form.description());
        refs("ItemGroupRef", "ItemGroupOID", form.itemGroupRefs());
        new Extras().aliases(form.aliases(), xml);
        xml.end();
        xml.line();
    }

    private void group(ItemGroupDef group) throws IOException {
        xml.start("ItemGroupDef");
        xml.attribute("OID", group.oid())
                .attribute("Name", group.name())
                .yesNo("Repeating", group.repeating())
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
                .attribute("Length", item.length())
                .attribute("SignificantDigits", item.significantDigits())
                .attribute("SDSVarName", item.sdsVarName())
                .attribute("Origin", item.origin());
        xml.translated("Description", item.description());
        xml.translated("Question", item.question());
        for (String unit : item.units()) {
            xml.start("MeasurementUnitRef");
            xml.attribute("MeasurementUnitOID", unit);
            xml.end();
        }
        for (RangeCheck check : item.rangeChecks()) {
            rangeCheck(check);
        }
        xml.empty("CodeListRef", "CodeListOID", item.codeListOid());
        Words.flags(item)
                .putIf(!item.instructions().absent(), "instructions", item.instructions())
                .aliases(item.aliases(), xml);
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
        xml.empty("MeasurementUnitRef", "MeasurementUnitOID", check.unitOid());
        xml.translated("ErrorMessage", check.errorMessage());
        xml.end();
    }

    private void expressions(List<FormalExpression> expressions) throws IOException {
        for (FormalExpression expression : expressions) {
            xml.start("FormalExpression");
            if (!expression.context().isEmpty()) {
                xml.attribute("Context", expression.context());
            }
            xml.characters(expression.text());
            xml.end();
        }
    }

    private void condition(ConditionDef condition) throws IOException {
        xml.start("ConditionDef");
        xml.attribute("OID", condition.oid()).attribute("Name", condition.name());
        xml.demanded("Description", condition.description());
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
        xml.demanded("Description", method.description());
        expressions(method.formalExpressions());
        new Extras().putIf(!typed, "type", method.type().orElse("")).aliases(List.of(), xml);
        xml.end();
        xml.line();
    }
}

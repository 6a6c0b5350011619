package org.indelible.protocols.clinicaldata;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.indelible.protocols.build.StudyEventDef;
import org.indelible.protocols.odm.Diagnostics;
import org.indelible.protocols.odm.Element;
import org.indelible.protocols.odm.Severity;

/** Turns the elements of one ClinicalData section into its records (ODM 1.3.2, 3.1.4). */
record Section(
        String studyOid,
        String metaDataVersionOid,
        FileHeader.FileType fileType,
        MarksReader marks,
        boolean two,
        Diagnostics diagnostics) {
    static int itemCount(Element element) {
        return 1 + element.children().stream().mapToInt(Section::itemCount).sum();
    }

    Optional<SubjectData> subject(Element e) {
        TransactionType transaction = Transactions.of(e, Optional.empty(), fileType, diagnostics);
        return required(e, "SubjectKey")
                .map(key -> new SubjectData(
                        key,
                        studyOid,
                        metaDataVersionOid,
                        e.child("SiteRef").flatMap(site -> site.stated("LocationOID")),
                        e.child("InvestigatorRef").flatMap(investigator -> investigator.stated("UserOID")),
                        transaction,
                        Stream.concat(
                                        e.children("StudyEventData")
                                                .flatMap(event -> event(event, transaction).stream()),
                                        formsWithoutEvent(e, transaction).stream())
                                .toList(),
                        marks.of(e),
                        e.at().line(),
                        e.at().column()));
    }

    /** REDCap's classic projects write forms directly below the participant; they belong to the event made for them. */
    private Optional<StudyEventData> formsWithoutEvent(Element subject, TransactionType transaction) {
        List<FormData> forms = forms(subject, transaction);
        if (forms.isEmpty()) {
            return Optional.empty();
        }
        diagnostics.tally(
                Severity.WARNING,
                "forms-without-event",
                "FormData stands directly below SubjectData; it was read into event " + StudyEventDef.ALL_FORMS,
                "Confirm that the study has a single event.",
                subject.at());
        return Optional.of(new StudyEventData(
                StudyEventDef.ALL_FORMS,
                Optional.empty(),
                transaction,
                forms,
                Marks.NONE,
                subject.at().line(),
                subject.at().column()));
    }

    private Optional<StudyEventData> event(Element e, TransactionType parent) {
        TransactionType transaction = Transactions.of(e, Optional.of(parent), fileType, diagnostics);
        return required(e, "StudyEventOID")
                .map(oid -> new StudyEventData(
                        oid,
                        e.stated("StudyEventRepeatKey"),
                        transaction,
                        forms(e, transaction),
                        marks.of(e),
                        e.at().line(),
                        e.at().column()));
    }

    private List<FormData> forms(Element parent, TransactionType inherited) {
        return parent.children(two ? "ItemGroupData" : "FormData")
                .flatMap(form -> (two ? formOfTwo(form, inherited) : form(form, inherited)).stream())
                .toList();
    }

    private Optional<FormData> form(Element e, TransactionType parent) {
        TransactionType transaction = Transactions.of(e, Optional.of(parent), fileType, diagnostics);
        return required(e, "FormOID")
                .map(oid -> new FormData(
                        oid,
                        e.stated("FormRepeatKey"),
                        transaction,
                        e.children("ItemGroupData")
                                .flatMap(group -> group(group, transaction).stream())
                                .toList(),
                        marks.of(e),
                        e.at().line(),
                        e.at().column()));
    }

    /** In ODM 2.0 a form is the item group below the event; items directly in it are a group of its own OID. */
    private Optional<FormData> formOfTwo(Element e, TransactionType parent) {
        TransactionType transaction = Transactions.of(e, Optional.of(parent), fileType, diagnostics);
        return required(e, "ItemGroupOID").map(oid -> {
            List<ItemGroupData> groups = new ArrayList<>();
            if (e.child("ItemData").isPresent()) {
                groups.add(ownItems(e, oid, transaction));
            }
            nested(e, "", transaction, groups);
            return new FormData(
                    oid,
                    e.stated("ItemGroupRepeatKey"),
                    transaction,
                    groups,
                    marks.of(e),
                    e.at().line(),
                    e.at().column());
        });
    }

    private ItemGroupData ownItems(Element e, String oid, TransactionType transaction) {
        Set<String> seen = new HashSet<>();
        return new ItemGroupData(
                oid,
                Optional.empty(),
                transaction,
                e.children("ItemData")
                        .flatMap(item -> item(item, transaction, seen).stream())
                        .toList(),
                Marks.NONE,
                e.at().line(),
                e.at().column());
    }

    /** Groups within groups follow the one they are in; their keys are preceded by its key where it repeats. */
    private void nested(Element parent, String key, TransactionType inherited, List<ItemGroupData> groups) {
        parent.children("ItemGroupData")
                .forEach(e -> group(e, inherited).ifPresent(group -> {
                    String own = Stream.of(key, group.repeatKey().orElse(""))
                            .filter(part -> !part.isEmpty())
                            .collect(Collectors.joining("."));
                    groups.add(new ItemGroupData(
                            group.oid(),
                            Optional.of(own).filter(k -> !k.isEmpty()),
                            group.transactionType(),
                            group.items(),
                            group.marks(),
                            group.line(),
                            group.column()));
                    nested(e, own, group.transactionType(), groups);
                }));
    }

    private Optional<ItemGroupData> group(Element e, TransactionType parent) {
        TransactionType transaction = Transactions.of(e, Optional.of(parent), fileType, diagnostics);
        Set<String> seen = new HashSet<>();
        return required(e, "ItemGroupOID")
                .map(oid -> new ItemGroupData(
                        oid,
                        e.stated("ItemGroupRepeatKey"),
                        transaction,
                        e.children().stream()
                                .filter(child -> child.name().startsWith("ItemData"))
                                .flatMap(item -> item(item, transaction, seen).stream())
                                .toList(),
                        marks.of(e),
                        e.at().line(),
                        e.at().column()));
    }

    private Optional<ItemData> item(Element e, TransactionType parent, Set<String> seen) {
        return required(e, "ItemOID").map(oid -> {
            if (!seen.add(oid) && fileType == FileHeader.FileType.SNAPSHOT) {
                diagnostics.warning(
                        "repeated-item",
                        "Item " + oid + " is given twice in one item group instance.",
                        "Remove one of the two, or give the item group a repeat key.",
                        e.at(),
                        oid);
            }
            boolean isNull = e.stated("IsNull").filter("Yes"::equals).isPresent();
            Marks own = marks.of(e);
            return new ItemData(
                    oid,
                    isNull ? Optional.empty() : value(e),
                    isNull,
                    e.child("MeasurementUnitRef")
                            .flatMap(unit -> unit.stated("MeasurementUnitOID"))
                            .or(() -> e.stated("MeasurementUnitOID"))
                            .or(() -> UnitFlag.in(own)),
                    Transactions.of(e, Optional.of(parent), fileType, diagnostics),
                    UnitFlag.without(own),
                    e.at().line(),
                    e.at().column());
        });
    }

    /** ODM 1.3.2, 2.14: untyped data are in the attribute, typed data in the element; only strings keep their white space. */
    private Optional<String> value(Element e) {
        if (two) {
            return valueOfTwo(e);
        }
        if (e.name().equals("ItemData")) {
            return e.attribute("Value");
        }
        return Optional.of(
                e.name().equals("ItemDataString") || e.name().equals("ItemDataAny") ? e.rawText() : e.text());
    }

    /** ODM 2.0 permits several values of one item, as boxes ticked; they are one text, separated by semicolons. */
    private Optional<String> valueOfTwo(Element e) {
        List<String> values = e.children("Value").map(Element::rawText).toList();
        if (values.size() > 1) {
            diagnostics.tally(
                    Severity.INFO,
                    "several-values",
                    "An item has several values; they were read as one, separated by semicolons",
                    "Nothing to do, unless single values are to be analysed.",
                    e.at());
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(String.join(";", values));
    }

    private Optional<String> required(Element e, String attribute) {
        Optional<String> stated = e.stated(attribute);
        if (stated.isEmpty()) {
            diagnostics.error(
                    "missing-attribute",
                    e.name() + " has no " + attribute + "; it was left out with all below it.",
                    "State " + attribute + ".",
                    e.at(),
                    null);
        }
        return stated;
    }
}

package org.indelible.protocols.build;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One study build, addressed by its content: equal content is the same build, whichever file it came from. Not a record only
 * because its canonical form, hash and indexes are computed once.
 */
public final class StudyBuild {
    private final BuildContent content;
    private final byte[] canonicalJson;
    private final String hash;
    private final Map<String, StudyEventDef> events;
    private final Map<String, FormDef> forms;
    private final Map<String, ItemGroupDef> itemGroups;
    private final Map<String, ItemDef> items;
    private final Map<String, CodeList> codeLists;
    private final Map<String, MeasurementUnit> units;
    private final Map<String, ConditionDef> conditions;
    private final Map<String, MethodDef> methods;

    private StudyBuild(BuildContent content) {
        this.content = content;
        this.canonicalJson = CanonicalJson.write(content);
        this.hash = CanonicalJson.hash(canonicalJson);
        this.events = byOid(content.studyEvents(), StudyEventDef::oid);
        this.forms = byOid(content.forms(), FormDef::oid);
        this.itemGroups = byOid(content.itemGroups(), ItemGroupDef::oid);
        this.items = byOid(content.items(), ItemDef::oid);
        this.codeLists = byOid(content.codeLists(), CodeList::oid);
        this.units = byOid(content.units(), MeasurementUnit::oid);
        this.conditions = byOid(content.conditions(), ConditionDef::oid);
        this.methods = byOid(content.methods(), MethodDef::oid);
    }

    /**
     * The build with this content.
     *
     * @throws IllegalArgumentException where two definitions of one kind share an OID
     */
    public static StudyBuild of(BuildContent content) {
        return new StudyBuild(content);
    }

    /**
     * Reads back what {@link #canonicalJson()} wrote.
     *
     * @throws IllegalArgumentException where the bytes are not the canonical form of a build
     */
    public static StudyBuild fromCanonicalJson(byte[] json) {
        return new StudyBuild(CanonicalJson.read(json));
    }

    private static <T> Map<String, T> byOid(List<T> definitions, Function<T, String> oid) {
        return definitions.stream().collect(Collectors.toUnmodifiableMap(oid, Function.identity()));
    }

    /** UTF-8, sorted keys, no white space; what is empty is left out. */
    public byte[] canonicalJson() {
        return canonicalJson.clone();
    }

    /** Base64url SHA-256 of the canonical JSON. */
    public String hash() {
        return hash;
    }

    public BuildContent content() {
        return content;
    }

    public String studyOid() {
        return content.studyOid();
    }

    public String studyName() {
        return content.studyName();
    }

    public String studyDescription() {
        return content.studyDescription();
    }

    public String protocolName() {
        return content.protocolName();
    }

    public String metaDataVersionOid() {
        return content.metaDataVersionOid();
    }

    public String name() {
        return content.name();
    }

    public String description() {
        return content.description();
    }

    public List<Ref> eventRefs() {
        return content.eventRefs();
    }

    public List<StudyEventDef> studyEvents() {
        return content.studyEvents();
    }

    public List<FormDef> forms() {
        return content.forms();
    }

    public List<ItemGroupDef> itemGroups() {
        return content.itemGroups();
    }

    public List<ItemDef> items() {
        return content.items();
    }

    public List<CodeList> codeLists() {
        return content.codeLists();
    }

    public List<MeasurementUnit> units() {
        return content.units();
    }

    public List<ConditionDef> conditions() {
        return content.conditions();
    }

    public List<MethodDef> methods() {
        return content.methods();
    }

    public List<String> languages() {
        return content.languages();
    }

    public List<Arm> arms() {
        return content.arms();
    }

    public List<Epoch> epochs() {
        return content.epochs();
    }

    public Optional<StudyEventDef> event(String oid) {
        return Optional.ofNullable(events.get(oid));
    }

    public Optional<FormDef> form(String oid) {
        return Optional.ofNullable(forms.get(oid));
    }

    public Optional<ItemGroupDef> itemGroup(String oid) {
        return Optional.ofNullable(itemGroups.get(oid));
    }

    public Optional<ItemDef> item(String oid) {
        return Optional.ofNullable(items.get(oid));
    }

    public Optional<CodeList> codeList(String oid) {
        return Optional.ofNullable(codeLists.get(oid));
    }

    public Optional<MeasurementUnit> unit(String oid) {
        return Optional.ofNullable(units.get(oid));
    }

    public Optional<ConditionDef> condition(String oid) {
        return Optional.ofNullable(conditions.get(oid));
    }

    public Optional<MethodDef> method(String oid) {
        return Optional.ofNullable(methods.get(oid));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StudyBuild that && hash.equals(that.hash);
    }

    @Override
    public int hashCode() {
        return hash.hashCode();
    }

    @Override
    public String toString() {
        return "StudyBuild[" + studyOid() + ", " + metaDataVersionOid() + ", " + hash + "]";
    }
}

package org.indelible.protocols.diff;

/** A property of a definition that is a single value. */
public enum Attribute {
    STUDY_OID("study identifier"),
    STUDY_NAME("study name"),
    STUDY_DESCRIPTION("study description"),
    PROTOCOL_NAME("protocol name"),
    VERSION_OID("version identifier"),
    VERSION_NAME("version name"),
    VERSION_DESCRIPTION("version description"),
    LANGUAGES("languages"),
    NAME("name"),
    TYPE("type"),
    REPEATING("repeating"),
    CATEGORY("category"),
    DOMAIN("domain"),
    PURPOSE("purpose"),
    DATA_TYPE("data type"),
    LENGTH("greatest length"),
    SIGNIFICANT_DIGITS("decimal places"),
    UNITS("permitted units"),
    CODE_LIST("code list"),
    IDENTIFYING("identifies the participant"),
    BLINDING("would reveal the allocation"),
    CRITICAL("critical to quality"),
    SUBMISSION_VARIABLE("submission variable"),
    ORIGIN("origin"),
    DICTIONARY("dictionary"),
    ALIASES("other names"),
    TIMING("timing"),
    EPOCHS("epochs"),
    EVENTS("events"),
    ROLE("role"),
    RANK("rank of a value");

    private final String words;

    Attribute(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}

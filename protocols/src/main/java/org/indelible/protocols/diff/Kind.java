package org.indelible.protocols.diff;

/** What kind of definition a change is about, in the words of ODM. */
public enum Kind {
    STUDY("study"),
    ARM("arm"),
    EPOCH("epoch"),
    EVENT("event"),
    FORM("form"),
    ITEM_GROUP("item group"),
    ITEM("item"),
    CODE_LIST("code list"),
    UNIT("unit"),
    CONDITION("condition"),
    METHOD("method");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}

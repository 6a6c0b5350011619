package org.indelible.protocols.diff;

/** The definition a change is about. */
public record Subject(Kind kind, String oid, String name) {
    /** For example: item "Systolic pressure" (I.VS.SYSBP). */
    public String words() {
        return name.equals(oid) ? kind.words() + " " + oid : kind.words() + " \"" + name + "\" (" + oid + ")";
    }
}

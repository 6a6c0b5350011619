package org.indelible.protocols.design;

/** An edit that cannot be made; nothing changed. */
public final class EditRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String field;
    private final String cure;

    /**
     * @param code stable, kebab-case
     * @param field what of the edit it is about: the name of the component, empty where it is the whole
     */
    public EditRefusedException(String code, String field, String message, String cure) {
        super(message);
        this.code = code;
        this.field = field;
        this.cure = cure;
    }

    public String code() {
        return code;
    }

    public String field() {
        return field;
    }

    public String message() {
        return String.valueOf(getMessage());
    }

    public String cure() {
        return cure;
    }

    /** What the edit is about is not there, because another page removed it for example. */
    static EditRefusedException gone(String oid) {
        return new EditRefusedException(
                "definition-gone",
                "",
                "'" + oid + "' is not in this draft.",
                "Load the page again: it may be removed.");
    }
}

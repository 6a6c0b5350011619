package org.indelible.protocols.itemlist;

/** A file that is no table, or one that is refused before its cells are looked at. */
final class UnreadableListException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient CellFinding finding;

    UnreadableListException(CellFinding finding) {
        super(finding.message());
        this.finding = finding;
    }

    UnreadableListException(String code, String message, String cure) {
        this(CellFinding.ofFile(code, message, cure));
    }

    CellFinding finding() {
        return finding;
    }
}

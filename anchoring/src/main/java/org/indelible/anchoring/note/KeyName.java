package org.indelible.anchoring.note;

/** Rules of C2SP signed-note for the names of keys. */
final class KeyName {
    private KeyName() {}

    static String require(String name) throws NoteFormatException {
        if (name.isEmpty() || name.codePoints().anyMatch(KeyName::forbidden)) {
            throw new NoteFormatException("a key name is not empty and has no space, control character or '+'");
        }
        return name;
    }

    private static boolean forbidden(int codePoint) {
        return codePoint == '+'
                || Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.SURROGATE;
    }
}

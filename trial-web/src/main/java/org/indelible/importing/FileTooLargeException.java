package org.indelible.importing;

/** More content than an import takes. */
final class FileTooLargeException extends Exception {
    private static final long serialVersionUID = 1L;

    FileTooLargeException(long limit) {
        super("The file holds more than " + (limit >> 30) + " GiB of content.");
    }
}

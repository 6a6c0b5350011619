package org.indelible.anchoring.blob;

import java.util.Locale;

/** How a blob's content is stored. */
enum BlobForm {
    PLAIN,
    /** Behind a random salt of 128 bits. */
    SALTED,
    ENCRYPTED;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static BlobForm ofColumn(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT));
    }
}

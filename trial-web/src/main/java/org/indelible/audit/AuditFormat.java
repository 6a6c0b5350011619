package org.indelible.audit;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The files that the audit trail can be had as. */
enum AuditFormat {
    CSV("text/csv;charset=UTF-8"),
    NDJSON("application/x-ndjson"),
    /** ECMA-376. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String mediaType;

    AuditFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /** As in addresses and file names. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<AuditFormat> of(String code) {
        return Stream.of(values()).filter(format -> format.code().equals(code)).findFirst();
    }
}

package org.indelible.protocols.clinicaldata;

import java.util.Optional;

/** Who signed, where, when and under which SignatureDef (ODM 1.3.2, 3.1.4.1.3 Signature), as the source states it. */
public record Signature(
        Optional<String> userOid,
        Optional<String> locationOid,
        Optional<String> signatureOid,
        Optional<String> dateTimeStamp) {}

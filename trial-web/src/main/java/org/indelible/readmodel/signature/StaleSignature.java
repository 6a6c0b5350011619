package org.indelible.readmodel.signature;

import java.util.Optional;
import org.indelible.readmodel.Provenance;

/**
 * What was signed and has been changed since.
 *
 * @param event absent where the whole casebook was signed
 * @param form absent where more than a form was signed
 * @param change the first change after the signature
 */
public record StaleSignature(
        String participant,
        Optional<String> event,
        Optional<String> eventKey,
        Optional<String> form,
        Optional<String> formKey,
        Provenance change) {}

package org.indelible.readmodel.audit;

import java.util.Optional;
import org.indelible.anchoring.disclosure.Disclosable;

/**
 * What an entry that changed no data point was about.
 *
 * @param detail a code that belongs to the event type: meaning of a signature, version of a consent form, kind of a deviation, a day
 * @param words what was said: of a query or a deviation
 */
public record AuditPlace(
        Optional<String> event,
        Optional<String> eventKey,
        Optional<String> form,
        Optional<String> formKey,
        Optional<String> item,
        Optional<String> detail,
        Optional<Disclosable<String>> words) {}

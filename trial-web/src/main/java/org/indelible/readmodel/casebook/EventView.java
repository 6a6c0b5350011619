package org.indelible.readmodel.casebook;

import java.util.List;
import java.util.Optional;
import org.indelible.readmodel.Provenance;
import org.indelible.readmodel.participant.VisitStatus;

/**
 * A visit or log of a casebook.
 *
 * @param date its own date as entered, which may be partial
 * @param started the entry that started it; empty where its data came without a start
 */
public record EventView(
        String oid,
        Optional<String> key,
        VisitStatus status,
        Optional<String> date,
        Optional<Provenance> started,
        List<FormView> forms) {}

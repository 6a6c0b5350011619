package org.indelible.readmodel.review;

import java.util.Optional;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.readmodel.Provenance;

/**
 * One turn of a query.
 *
 * @param type of its event, such as {@code query-answered}
 * @param status it led to
 */
public record QueryTurn(String type, String status, Optional<Disclosable<String>> text, Provenance provenance) {}

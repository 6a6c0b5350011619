package org.indelible.anchoring.entry;

import tools.jackson.databind.node.ObjectNode;

/**
 * An event about to be sealed.
 *
 * @param data the event's fields; a disclosable one is {@code {"~d":{"c":"<class letter>","v":<json>}}}
 */
public record EntryDraft(EntryClaims claims, ObjectNode data) {}

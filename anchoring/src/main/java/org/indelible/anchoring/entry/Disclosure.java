package org.indelible.anchoring.entry;

import org.indelible.anchoring.disclosure.DisclosureClass;

/**
 * A disclosable field outside its entry (RFC 9901 section 4.2).
 *
 * @param encoded base64url of the JSON array {@code [salt, name, value]}, or {@code [salt, value]} for an array element
 * @param digest base64url SHA-256 of {@code encoded} in ASCII, which stands for it in the entry (RFC 9901 section 4.2.3)
 */
public record Disclosure(String encoded, String digest, DisclosureClass disclosureClass) {}

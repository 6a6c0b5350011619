package org.indelible.readmodel;

import java.util.Optional;
import org.indelible.anchoring.disclosure.DisclosureClass;

/**
 * A disclosable text as a row holds it: copied, or by the digest of a disclosure of its entry.
 *
 * @param value there for classes that are copied, unless null was recorded
 */
public record StoredText(long entry, DisclosureClass disclosureClass, Optional<String> value, Optional<String> digest) {

    public static StoredText freeText(long entry, Optional<String> digest) {
        return new StoredText(entry, DisclosureClass.FREE_TEXT, Optional.empty(), digest);
    }

    /** Whether the text is only in the log. */
    boolean byReference() {
        return disclosureClass == DisclosureClass.IDENTITY || disclosureClass == DisclosureClass.FREE_TEXT;
    }
}

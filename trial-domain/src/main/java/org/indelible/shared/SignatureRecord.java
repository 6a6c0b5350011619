package org.indelible.shared;

import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.eventstore.Disclosed;
import org.indelible.eventstore.InClear;

/**
 * A signature in the sense of 21 CFR 11.50: printed name, time and meaning, in the record that it signs. The printed name is the signer's at that moment; it is free
 * text, under a key of its own, because the key of the participant must not decide on the name of an investigator.
 */
public record SignatureRecord(
        @InClear SignatureMeaning meaning,
        @Disclosed(DisclosureClass.FREE_TEXT) Disclosable<String> printedName,
        @InClear AuthenticationEvidence authentication) {}

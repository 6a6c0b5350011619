package org.indelible.anchoring.ledger;

import org.indelible.anchoring.disclosure.DisclosureClass;

/** An erasable disclosure as it is stored. */
record EncryptedDisclosure(String digest, DisclosureClass disclosureClass, String keyRef, byte[] ciphertext) {}

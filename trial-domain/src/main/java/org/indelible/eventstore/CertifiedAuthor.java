package org.indelible.eventstore;

import org.indelible.anchoring.certificate.AuthorKey;
import org.indelible.anchoring.certificate.AuthorSubject;

/**
 * Who seals an entry, and by what right.
 *
 * @param subject whom the key's certificate names
 * @param key in this node's memory until the sign-in ends
 * @param certifiedBy hash of the platform entry that certified the key (claim {@code auth})
 */
public record CertifiedAuthor(AuthorSubject subject, AuthorKey key, String certifiedBy) {
    public CertifiedAuthor {
        if (!subject.equals(key.certificate().subject())) {
            throw new IllegalArgumentException("the certificate of the key names "
                    + key.certificate().subject().account());
        }
    }
}

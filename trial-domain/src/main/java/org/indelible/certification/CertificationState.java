package org.indelible.certification;

import java.util.ArrayList;
import java.util.List;
import org.indelible.certification.CertificationEvent.AuthorityRotated;

/**
 * Which authorities have certified.
 *
 * @param roots base64 of their root certificates, the present one last; empty before the first rotation, when only the key store says
 * @param since platform leaf index from which the present one certifies
 */
record CertificationState(List<String> roots, long since) {
    static final CertificationState NONE = new CertificationState(List.of(), 0);

    CertificationState {
        roots = List.copyOf(roots);
    }

    CertificationState evolve(CertificationEvent event) {
        return switch (event) {
            case AuthorityRotated rotated -> {
                List<String> all = new ArrayList<>(roots.isEmpty() ? List.of(rotated.previous()) : roots);
                all.add(rotated.root());
                yield new CertificationState(all, Long.parseLong(rotated.since()));
            }
        };
    }
}

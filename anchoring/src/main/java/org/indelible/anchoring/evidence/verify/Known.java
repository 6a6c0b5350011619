package org.indelible.anchoring.evidence.verify;

import java.util.Set;

/** Files of a bundle that need not be read to verify it. */
final class Known {
    private static final String CERTIFICATES = "certificates/";
    private static final Set<String> FILES = Set.of("README.txt");

    private Known() {}

    static boolean isKnown(String name) {
        return FILES.contains(name) || name.startsWith(CERTIFICATES);
    }
}

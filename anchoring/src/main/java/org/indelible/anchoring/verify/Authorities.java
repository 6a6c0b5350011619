package org.indelible.anchoring.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.indelible.anchoring.certificate.CertificateChain;
import org.indelible.anchoring.certificate.Thumbprint;
import org.indelible.anchoring.entry.ParsedEntry;

/** The roots that have certified the installation's authors, each from one platform entry on until the next. */
public final class Authorities {
    private record Root(String thumbprint, CertificateChain chain, long since) {}

    private final List<Root> roots = new ArrayList<>();
    private final List<RootRotation> rotations;
    private final List<String> problems;

    /** Collects what the platform's entries say, in their order. */
    public static final class Collector {
        private final List<RootRotation> rotations = new ArrayList<>();
        private final List<String> problems = new ArrayList<>();

        public void add(long leafIndex, ParsedEntry entry) {
            if (RootRotation.isIn(entry)) {
                RootRotation.read(leafIndex, entry)
                        .ifPresentOrElse(
                                rotations::add,
                                () -> problems.add(
                                        "platform entry " + leafIndex + " is to name a new root and does not"));
            }
        }

        /** Beginning with a root. */
        public Authorities from(X509CertificateHolder first) {
            return new Authorities(first, rotations, problems);
        }

        /** Ending with the one that certifies now. */
        public Authorities until(X509CertificateHolder present) {
            Authorities all =
                    from(rotations.isEmpty() ? present : rotations.getFirst().previous());
            if (!all.roots.getLast().thumbprint().equals(Thumbprint.of(present))) {
                all.problems.add("the root in the key store, " + Thumbprint.of(present)
                        + ", is not the one that platform's entries name");
            }
            return all;
        }
    }

    private Authorities(X509CertificateHolder first, List<RootRotation> rotations, List<String> unreadable) {
        this.rotations = List.copyOf(rotations);
        this.problems = new ArrayList<>(unreadable);
        add(first, 0);
        for (RootRotation rotation : rotations) {
            String which = "platform entry " + rotation.leafIndex() + " names a new root ";
            if (!Thumbprint.of(rotation.previous()).equals(roots.getLast().thumbprint())) {
                problems.add(which + "in place of another than certified until then");
            }
            if (rotation.since() <= roots.getLast().since()) {
                problems.add(which + "from a point on at which the one before was not yet in force");
            }
            add(rotation.root(), rotation.since());
        }
    }

    private void add(X509CertificateHolder root, long since) {
        roots.add(new Root(Thumbprint.of(root), new CertificateChain(root), since));
    }

    /** The chains to hold a certificate against, by generation. */
    List<CertificateChain> chains() {
        return roots.stream().map(Root::chain).toList();
    }

    boolean isRoot(String thumbprint) {
        return roots.stream().anyMatch(root -> root.thumbprint().equals(thumbprint));
    }

    /** Which root certifies in the platform entry at this leaf index, from 0. */
    int generationAt(long leafIndex) {
        int generation = 0;
        while (generation + 1 < roots.size() && roots.get(generation + 1).since() <= leafIndex) {
            generation++;
        }
        return generation;
    }

    /** Base64url SHA-256 of that root. */
    String rootAt(long leafIndex) {
        return roots.get(generationAt(leafIndex)).thumbprint();
    }

    /** Why a key that this platform entry certified is not certified as it must be, if it is not. */
    Optional<String> problem(String kid, long certifiedAt, AuthorCertificates certificates) {
        return certificates.generation(kid) == generationAt(certifiedAt)
                ? Optional.empty()
                : Optional.of("its author's certificate is of another authority than was in force at platform entry "
                        + certifiedAt + ", which certified it");
    }

    /** What does not fit together, and which roots nobody announced whom the one before had certified. */
    public void report(AuthorCertificates certificates, Findings findings) {
        problems.forEach(problem -> findings.failed(Check.CERTIFICATE, "the authority", problem));
        for (int i = 0; i < rotations.size(); i++) {
            RootRotation rotation = rotations.get(i);
            if (rotation.lost()) {
                findings.notChecked(
                        Check.CERTIFICATE,
                        "the authority",
                        "the root that certified until platform entry " + rotation.since()
                                + " was declared lost: nobody whom it certified has announced the one after it");
            } else if (certificates.generation(rotation.kid()) != i) {
                findings.failed(
                        Check.CERTIFICATE,
                        "the authority",
                        "platform entry " + rotation.leafIndex()
                                + " names a new root, and is not sealed by anybody whom the one before had certified");
            }
        }
    }
}

package org.indelible.anchoring.evidence.export;

import org.indelible.anchoring.evidence.EvidenceScope;
import org.indelible.anchoring.evidence.Manifest;

/** The file that somebody opens first who has never seen a bundle. */
final class Readme {
    private Readme() {}

    static String of(Manifest manifest) {
        return """
                This is evidence of the records of a clinical trial: the records themselves, sealed one by one on behalf
                of their authors, and what shows that none of them was changed, dropped, re-ordered or added afterwards.

                Trial ledger   %s
                Installation   %s
                Scope          %s
                As of          its first %d entries
                Profile        %s
                Made           %s for %s (%s, %s)

                To check it, use a verifier that you did not get with this file:

                  java -jar indelible-verify.jar this-file.zip

                or open indelible-verify.html in a browser, without a network if you like, and drop this file on it.
                To check it against the past, give the verifier a checkpoint that you kept: --checkpoint FILE.
                To check who has witnessed it, give it the policy that you trust: --policy FILE.

                What each file is, and how to write a verifier of your own, stands in docs/EVIDENCE-FORMAT.md.
                Entries are in */entries/, one to a line; each line can be read by any SD-JWT library (RFC 9901).
                """.formatted(
                        manifest.ledger(),
                        manifest.identity().installation(),
                        scope(manifest.scope()),
                        manifest.treeSize(),
                        manifest.profile().code(),
                        manifest.made(),
                        manifest.recipient().account(),
                        manifest.recipient().role(),
                        manifest.recipient().organisation());
    }

    private static String scope(EvidenceScope scope) {
        return switch (scope) {
            case EvidenceScope.Trial trial -> "the whole trial";
            case EvidenceScope.Site site -> "site " + site.key();
            case EvidenceScope.Participant participant -> "participant " + participant.key();
            case EvidenceScope.Form form -> "form " + form.oid() + " of participant " + form.key();
        };
    }
}

package org.indelible.anchoring.timestamp;

import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.tsp.ArchiveTimeStamp;
import org.indelible.anchoring.timestamp.TimestampVerificationException.Check;

/** Checks evidence records: each token, what it covers, and that it was renewed in time (RFC 4998 sections 4.3 and 5.3). */
public final class EvidenceVerifier {
    private final TimestampVerifier tokens;

    public EvidenceVerifier(TimestampVerifier tokens) {
        this.tokens = tokens;
    }

    /** Checks that the record proves these bytes. */
    public VerifiedEvidence verify(EvidenceRecord record, byte[] data)
            throws TimestampFormatException, TimestampVerificationException {
        List<List<ArchiveTimeStamp>> chains = record.chains();
        List<VerifiedTimestamp> verified = new ArrayList<>();
        for (int i = 0; i < chains.size(); i++) {
            List<ArchiveTimeStamp> chain = chains.get(i);
            ImprintAlgorithm algorithm = EvidenceLinks.algorithm(chain.getFirst());
            byte[] covered = i == 0
                    ? algorithm.digest(data)
                    : EvidenceLinks.digestOfSequence(data, chains.subList(0, i), algorithm);
            for (ArchiveTimeStamp link : chain) {
                verified.add(verify(link, algorithm, covered, verified));
                covered = EvidenceLinks.digestOfToken(link, algorithm);
            }
        }
        return new VerifiedEvidence(verified);
    }

    private VerifiedTimestamp verify(
            ArchiveTimeStamp link, ImprintAlgorithm algorithm, byte[] covered, List<VerifiedTimestamp> before)
            throws TimestampFormatException, TimestampVerificationException {
        String which = "token " + (before.size() + 1) + " of the evidence record ";
        if (EvidenceLinks.algorithm(link) != algorithm) {
            throw new TimestampVerificationException(
                    Check.SEQUENCE, which + "is of another hash algorithm than its chain");
        }
        if (!EvidenceLinks.covers(link, covered, algorithm)) {
            throw new TimestampVerificationException(
                    before.isEmpty() ? Check.IMPRINT : Check.SEQUENCE,
                    which + (before.isEmpty() ? "was issued over other bytes" : "does not cover what came before it"));
        }
        TimestampToken token = EvidenceLinks.token(link);
        VerifiedTimestamp verified = tokens.verifyDigest(token, token.imprint());
        if (!before.isEmpty()) {
            requireInTime(which, before.getLast(), verified);
        }
        return verified;
    }

    private static void requireInTime(String which, VerifiedTimestamp before, VerifiedTimestamp next)
            throws TimestampVerificationException {
        if (next.time().isBefore(before.time()) || next.time().isAfter(before.verifiableUntil())) {
            throw new TimestampVerificationException(
                    Check.SEQUENCE,
                    which + "is of " + next.time() + ", the one before of " + before.time() + " and verifiable until "
                            + before.verifiableUntil());
        }
    }
}

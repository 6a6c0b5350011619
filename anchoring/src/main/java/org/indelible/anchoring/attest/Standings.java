package org.indelible.anchoring.attest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.indelible.anchoring.policy.PolicyWitness;
import org.indelible.anchoring.policy.TrustPolicy;

/** How far witnesses have followed the ledgers, going by what is stored. */
public final class Standings {
    /** The latest checkpoint with a quorum is one of the last few; where it is not, nothing is said to have one. */
    private static final int SIZES_LOOKED_AT = 500;

    private final TrustPolicy policy;
    private final Cosignatures cosignatures;
    private final AttestorReports reports;

    public Standings(TrustPolicy policy, Cosignatures cosignatures, AttestorReports reports) {
        this.policy = policy;
        this.cosignatures = cosignatures;
        this.reports = reports;
    }

    public TrustPolicy policy() {
        return policy;
    }

    /** Each witness of the policy, in its order. */
    public List<WitnessStanding> witnesses(String ledger) {
        return policy.witnesses().stream()
                .map(witness -> standing(ledger, witness))
                .toList();
    }

    private WitnessStanding standing(String ledger, PolicyWitness witness) {
        Optional<StoredCosignature> last = cosignatures.latest(ledger, witness.vkey());
        return new WitnessStanding(
                witness,
                last,
                reports.latest(ledger, witness.vkey()),
                cosignatures.firstCheckpointAfter(
                        ledger, last.map(StoredCosignature::size).orElse(0L)));
    }

    /** What the policy demands of checkpoints. */
    public QuorumStanding quorum(String ledger) {
        long size = cosignatures.sizes(ledger, SIZES_LOOKED_AT).stream()
                .filter(candidate -> isWitnessed(ledger, candidate))
                .findFirst()
                .orElse(0L);
        return new QuorumStanding(
                size,
                policy.quorumMetBy(Set.of()) ? Optional.empty() : cosignatures.firstCheckpointAfter(ledger, size));
    }

    /** Whether the checkpoint of this size has the cosignatures that the policy demands. */
    public boolean isWitnessed(String ledger, long size) {
        Set<String> keys = cosignatures.of(ledger, size).stream()
                .map(StoredCosignature::witness)
                .collect(Collectors.toSet());
        return policy.quorumMetBy(policy.witnesses().stream()
                .filter(witness -> keys.contains(witness.vkey()))
                .collect(Collectors.toSet()));
    }
}

package org.indelible.anchoring.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.indelible.anchoring.checkpoint.Checkpoint;
import org.indelible.anchoring.checkpoint.CheckpointFormatException;
import org.indelible.anchoring.checkpoint.CosignatureVerifier;
import org.indelible.anchoring.note.NoteFormatException;
import org.indelible.anchoring.note.NoteSignature;
import org.indelible.anchoring.note.NoteVerificationException;
import org.indelible.anchoring.note.NoteVerifier;
import org.indelible.anchoring.note.SignedNote;
import org.indelible.anchoring.note.VerifierKey;

/** Which checkpoints are valid: signed by any of these logs, cosigned by a quorum of these witnesses (C2SP tlog-policy). */
public record TrustPolicy(List<PolicyLog> logs, List<PolicyWitness> witnesses, Quorum quorum) {
    public TrustPolicy {
        logs = List.copyOf(logs);
        witnesses = List.copyOf(witnesses);
    }

    /** Reads a policy file. */
    public static TrustPolicy parse(byte[] file) throws PolicyFormatException {
        return new PolicyReader().read(file);
    }

    /** The same witnesses and quorum for these logs: where they are known from other context. */
    public TrustPolicy forLogs(Collection<VerifierKey> keys) {
        return new TrustPolicy(
                keys.stream().map(key -> new PolicyLog(key, Optional.empty())).toList(), witnesses, quorum);
    }

    /**
     * Checks a checkpoint with its cosignatures. Signatures of keys not in this policy are ignored.
     *
     * @throws NoteVerificationException where no log of this policy signed under its origin, or a signature of a key of this policy is bad
     */
    public PolicyVerdict judge(SignedNote note) throws CheckpointFormatException, NoteVerificationException {
        Checkpoint checkpoint = Checkpoint.of(note);
        List<NoteVerifier> logKeys = logKeys(checkpoint.origin());
        note.verify(logKeys);
        List<NoteVerifier> all = new ArrayList<>(logKeys);
        witnesses.forEach(witness -> all.add(witness.verifier()));
        Map<PolicyWitness, NoteSignature> cosignatures = new LinkedHashMap<>();
        for (NoteSignature good : note.verify(all)) {
            for (PolicyWitness witness : witnesses) {
                if (isBy(good, witness.verifier())) {
                    cosignatures.putIfAbsent(witness, good);
                }
            }
        }
        return new PolicyVerdict(checkpoint, cosignatures, quorum.metBy(cosignatures.keySet()));
    }

    /** Whether these witnesses are enough. */
    public boolean quorumMetBy(Set<PolicyWitness> cosigned) {
        return quorum.metBy(cosigned);
    }

    private List<NoteVerifier> logKeys(String origin) {
        List<NoteVerifier> keys = new ArrayList<>();
        for (PolicyLog log : logs) {
            if (log.key().name().equals(origin)) {
                try {
                    keys.add(NoteVerifier.ed25519(log.key().toString()));
                } catch (NoteFormatException e) {
                    throw new IllegalStateException("this key was read from its text", e);
                }
            }
        }
        return keys;
    }

    private static boolean isBy(NoteSignature signature, CosignatureVerifier verifier) {
        return signature.name().equals(verifier.name()) && signature.keyId().equals(verifier.keyId());
    }
}

package org.indelible.anchoring.policy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.indelible.anchoring.checkpoint.Checkpoint;
import org.indelible.anchoring.checkpoint.CosignatureSigner;
import org.indelible.anchoring.checkpoint.Cosigner;
import org.indelible.anchoring.checkpoint.MlDsa44CosignatureSigner;
import org.indelible.anchoring.merkle.TreeHash;
import org.indelible.anchoring.note.NoteSigner;
import org.indelible.anchoring.note.NoteVerificationException;
import org.indelible.anchoring.note.SignedNote;
import org.indelible.anchoring.primitive.Ed25519Signer;
import org.indelible.anchoring.primitive.MlDsa44Signer;
import org.indelible.anchoring.testing.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("R05")
class TrustPolicyTest {
    private static final Instant TIME = Instant.ofEpochSecond(1_700_000_000);
    private static final String ORIGIN = "example.org/log";
    private static final String LOG =
            "log example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx https://log.example/\n";
    private static final String W1 = "witness one witness+24b37851+BNYV1Ztajd9BvyjP2HgpwrqYL6TjOwIjGMOq8Bu42xbN\n";
    private static final String W2 =
            "witness two remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2 https://w2.example/x\n";

    private static Ed25519Signer key() {
        return Ed25519Signer.generate(new SecureRandom());
    }

    private static TrustPolicy parse(String text) throws PolicyFormatException {
        return TrustPolicy.parse(text.getBytes(UTF_8));
    }

    @Test
    void readsLogsWitnessesGroupsAndQuorum() throws Exception {
        TrustPolicy policy = parse("# a comment\n\n\t " + LOG + W1 + W2 + " group\tboth  2 one two \nquorum both\n");
        assertThat(policy.logs()).singleElement().satisfies(log -> {
            assertThat(log.key().name()).isEqualTo("example.com/log/testdata");
            assertThat(log.url()).contains("https://log.example/");
        });
        assertThat(policy.witnesses()).extracting(PolicyWitness::name).containsExactly("one", "two");
        assertThat(policy.witnesses().getLast().url()).contains("https://w2.example/x");
        assertThat(policy.quorum().words()).isEqualTo("2 of (one, two)");
        assertThat(policy.quorumMetBy(Set.copyOf(policy.witnesses()))).isTrue();
        assertThat(policy.quorumMetBy(Set.of(policy.witnesses().getFirst()))).isFalse();
    }

    @Test
    void commentsMayHoldAnyOctets() throws Exception {
        byte[] file = "# caf\u00e9\nquorum none\n".getBytes(ISO_8859_1);
        assertThat(TrustPolicy.parse(file).quorum()).isEqualTo(new Quorum.None());
        assertThatThrownBy(() -> TrustPolicy.parse("quorum caf\u00e9\n".getBytes(ISO_8859_1)))
                .isInstanceOf(PolicyFormatException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                W1,
                "quorum none",
                "quorum none\nquorum none\n",
                "quorum one\n" + W1,
                W1 + "group g any one two\nquorum g\n",
                W1 + "group g 2 one\nquorum g\n",
                W1 + "group g 0 one\nquorum g\n",
                W1 + "group g 01 one\nquorum g\n",
                W1 + "group g +1 one\nquorum g\n",
                W1 + "group g any\nquorum g\n",
                W1 + "group g any one one\nquorum g\n",
                W1 + "group g any one\ngroup h any one\nquorum g\n",
                W1 + "group one any one\nquorum one\n",
                W1 + "group none any one\nquorum none\n",
                W1 + "group g any none\nquorum g\n",
                W1 + "group g any g\nquorum g\n",
                W1 + W1 + "quorum none\n",
                W1 + "witness other witness+24b37851+BNYV1Ztajd9BvyjP2HgpwrqYL6TjOwIjGMOq8Bu42xbN\nquorum none\n",
                LOG + LOG + "quorum none\n",
                "log witness+24b37851+BNYV1Ztajd9BvyjP2HgpwrqYL6TjOwIjGMOq8Bu42xbN\nquorum none\n",
                "witness one example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx\nquorum none\n",
                "witness one witness+24b37852+BNYV1Ztajd9BvyjP2HgpwrqYL6TjOwIjGMOq8Bu42xbN\nquorum none\n",
                "log\nquorum none\n",
                "witness one\nquorum none\n",
                "quorum\n",
                "quorum none none\n",
                "quorum none\r\n",
                "quorum\u000bnone\n",
                "Quorum none\n",
                "policy 1\nquorum none\n"
            })
    void refuses(String policy) {
        assertThatThrownBy(() -> parse(policy)).isInstanceOf(PolicyFormatException.class);
    }

    @Test
    void namesTheLineThatIsWrong() {
        assertThatThrownBy(() -> parse(W1 + "\nquorum two\n")).hasMessage("line 3: 'two' is not defined above");
    }

    /** "It is strongly recommended that an implementation supports at least up to 32 logs, 32 witnesses, and 32 groups." */
    @Test
    void supportsManyAndNestedGroups() throws Exception {
        StringBuilder text = new StringBuilder();
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            text.append("log ")
                    .append(NoteSigner.of("l" + i, key()).verifierKey())
                    .append('\n')
                    .append("witness w")
                    .append(i)
                    .append(' ')
                    .append(new CosignatureSigner("w" + i, key()).verifierKey())
                    .append('\n')
                    .append("group g" + i + " any w" + i + (i == 0 ? "" : " g" + (i - 1)) + "\n");
            groups.add("g" + i);
        }
        TrustPolicy policy = parse(text + "quorum " + groups.getLast() + "\n");
        assertThat(policy.quorumMetBy(Set.of(policy.witnesses().getFirst()))).isTrue();
        assertThat(policy.quorumMetBy(new HashSet<>())).isFalse();
    }

    @Test
    void judgesCheckpoints() throws Exception {
        NoteSigner log = NoteSigner.of(ORIGIN, key());
        Cosigner classic = new CosignatureSigner("w.example/1", key());
        Cosigner postQuantum = new MlDsa44CosignatureSigner("w.example/2", MlDsa44Signer.ofSeed(new byte[32]));
        TrustPolicy policy = parse("log " + log.verifierKey() + "\nwitness one "
                + classic.verifier().encodedKey() + "\nwitness two "
                + postQuantum.verifier().encodedKey() + "\ngroup both all one two\nquorum both\n");
        Checkpoint checkpoint = new Checkpoint(ORIGIN, 0, TreeHash.empty());
        SignedNote note = SignedNote.sign(checkpoint.text(), log);
        assertThat(policy.judge(note).quorumMet()).isFalse();
        SignedNote half = note.with(List.of(classic.cosign(checkpoint, TIME)));
        PolicyVerdict verdict = policy.judge(half);
        assertThat(verdict.quorumMet()).isFalse();
        assertThat(verdict.seenBy(policy.witnesses().getFirst())).contains(TIME);
        assertThat(verdict.seenBy(policy.witnesses().getLast())).isEmpty();
        SignedNote whole = half.with(List.of(postQuantum.cosign(checkpoint, TIME)));
        assertThat(policy.judge(SignedNote.parse(whole.toBytes())).quorumMet()).isTrue();
    }

    @Test
    void refusesOtherLogsAndBadCosignatures() throws Exception {
        NoteSigner log = NoteSigner.of(ORIGIN, key());
        CosignatureSigner witness = new CosignatureSigner("w.example/1", key());
        TrustPolicy policy =
                parse("log " + log.verifierKey() + "\nwitness one " + witness.verifierKey() + "\nquorum one\n");
        Checkpoint checkpoint = new Checkpoint(ORIGIN, 0, TreeHash.empty());
        SignedNote other = SignedNote.sign(checkpoint.text(), NoteSigner.of(ORIGIN, key()))
                .with(List.of(witness.cosign(checkpoint, TIME)));
        assertThatThrownBy(() -> policy.judge(other)).isInstanceOf(NoteVerificationException.class);
        // Signed by the right key, but under another log's origin.
        Checkpoint foreign = new Checkpoint("example.org/other", 0, TreeHash.empty());
        assertThatThrownBy(() -> policy.judge(SignedNote.sign(foreign.text(), log)))
                .isInstanceOf(NoteVerificationException.class);
        SignedNote bad = SignedNote.sign(checkpoint.text(), log).with(List.of(witness.cosign(foreign, TIME)));
        assertThatThrownBy(() -> policy.judge(bad)).isInstanceOf(NoteVerificationException.class);
    }
}

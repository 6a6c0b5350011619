package org.indelible.anchoring.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * The targets for Jazzer. As ordinary tests they run over their corpora and over whatever was found before (in {@code src/test/resources},
 * beside this package); with {@code JAZZER_FUZZ=1} one of them looks for more, guided by coverage, for an hour:
 * {@code JAZZER_FUZZ=1 mvn -pl anchoring test -Dtest='ParserFuzzTest#note'}.
 */
class ParserFuzzTest {
    private static final String NIGHT = "1h";

    @FuzzTest(maxDuration = NIGHT)
    void note(byte[] input) {
        Target.NOTE.takes(input);
    }

    @FuzzTest(maxDuration = NIGHT)
    void checkpoint(byte[] input) {
        Target.CHECKPOINT.takes(input);
    }

    @FuzzTest(maxDuration = NIGHT)
    void cosignature(byte[] input) {
        Target.COSIGNATURE.takes(input);
    }

    @FuzzTest(maxDuration = NIGHT)
    void proof(byte[] input) {
        Target.PROOF.takes(input);
    }

    @FuzzTest(maxDuration = NIGHT)
    void tilePath(byte[] input) {
        Target.TILE_PATH.takes(input);
    }

    @FuzzTest(maxDuration = NIGHT)
    void entryBundle(byte[] input) {
        Target.ENTRY_BUNDLE.takes(input);
    }

    @FuzzTest(maxDuration = NIGHT)
    void sdJwt(byte[] input) {
        Target.SD_JWT.takes(input);
    }

    @FuzzTest(maxDuration = NIGHT)
    void policy(byte[] input) {
        Target.POLICY.takes(input);
    }

    @FuzzTest(maxDuration = NIGHT)
    void manifest(byte[] input) {
        Target.MANIFEST.takes(input);
    }

    @FuzzTest(maxDuration = NIGHT)
    void token(byte[] input) {
        Target.TOKEN.takes(input);
    }

    @FuzzTest(maxDuration = NIGHT)
    void evidenceRecord(byte[] input) {
        Target.EVIDENCE_RECORD.takes(input);
    }

    @FuzzTest(maxDuration = NIGHT)
    void bundle(byte[] input) {
        Target.BUNDLE.takes(input);
    }
}

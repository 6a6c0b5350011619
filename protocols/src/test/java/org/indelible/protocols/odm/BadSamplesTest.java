package org.indelible.protocols.odm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One file per defect, named by it: each is refused with its code, its place and a cure. */
@Tag("R46")
class BadSamplesTest {
    private static byte[] sample(String name) throws IOException {
        try (InputStream in = BadSamplesTest.class.getResourceAsStream("/" + name + ".xml")) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    private static OdmMetadata read(byte[] file) {
        return OdmMetadataReader.read(new ByteArrayInputStream(file), "sample");
    }

    @Test
    void theFileAllAreMadeFromIsFlawless() throws IOException {
        OdmMetadata metadata = read(sample("valid"));
        assertThat(metadata.build()).isPresent();
        assertThat(metadata.diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "dangling-event-ref, dangling-reference, 9, SE.9",
        "dangling-form-ref, dangling-reference, 11, F.9",
        "dangling-item-group-ref, dangling-reference, 14, IG.9",
        "dangling-item-ref, dangling-reference, 18, I.9",
        "dangling-code-list-ref, dangling-reference, 26, CL.9",
        "dangling-unit-ref, dangling-reference, 22, MU.9",
        "dangling-condition-ref, dangling-reference, 17, C.9",
        "dangling-method-ref, dangling-reference, 18, M.9",
        "duplicate-oid, duplicate-oid, 25, I.1",
        "missing-oid, missing-oid, 25, ",
        "missing-study-oid, missing-oid, 3, ",
        "unknown-data-type, unknown-data-type, 20, I.1",
        "missing-data-type, unknown-data-type, 20, I.1",
        "unknown-event-type, unknown-event-type, 10, SE.1",
        "unknown-comparator, unknown-comparator, 23, I.1",
        "check-value-count, check-value-count, 23, I.1",
        "bad-yes-no, bad-value, 17, I.1",
        "missing-coded-value, missing-coded-value, 29, CL.1",
        "include-not-in-file, include-not-in-file, 9, MDV.0",
        "include-cycle, include-cycle, 8, MDV.1",
        "undeclared-prefix, undeclared-prefix, 3, ",
        "undeclared-entity, undeclared-entity, 4, ",
        "malformed, malformed-xml, 7, ",
        "external-entity, doctype-refused, 2, ",
        "billion-laughs, doctype-refused, 2, ",
        "external-dtd, doctype-refused, 2, ",
        "truncated, truncated, 25, ",
        "wrong-encoding, wrong-encoding, 4, ",
        "unknown-encoding, wrong-encoding, 1, ",
        "not-odm, not-odm, 2, ",
        "not-xml, malformed-xml, 1, ",
        "empty, truncated, 1, ",
        "odm-1.2, odm-other-version, 2, ",
        "odm-1.1, odm-1.1, 2, ",
        "define-xml, define-xml, 8, ",
        "no-metadata, no-metadata, 2, ",
        "no-forms, no-forms, 8, MDV.1",
        "too-deep, limit-exceeded, 4, "
    })
    void isRefusedWithCodeAndPlaceAndCure(String name, String code, int line, String oid) throws IOException {
        OdmMetadata metadata = read(sample("bad/" + name));
        assertThat(metadata.build()).isEmpty();
        assertThat(metadata.diagnostics().stream().filter(Diagnostic::error)).anySatisfy(d -> {
            assertThat(d.code()).isEqualTo(code);
            assertThat(d.line()).isEqualTo(line);
            assertThat(d.column()).isPositive();
            assertThat(d.oid()).isEqualTo(oid);
        });
        assertThat(metadata.diagnostics())
                .allMatch(d -> !d.cure().isBlank() && d.cure().endsWith("."));
    }

    @Test
    void hugeTextIsRefused() throws IOException {
        String name = "x".repeat(HardenedXml.MAX_TEXT + 1);
        String valid = new String(sample("valid"), UTF_8);
        for (String huge : new String[] {
            valid.replace("<StudyName>Study", "<StudyName>" + name),
            valid.replace("Name=\"ARM\"", "Name=\"" + name + "\"")
        }) {
            assertThat(read(huge.getBytes(UTF_8)).diagnostics().getFirst().code())
                    .isEqualTo("limit-exceeded");
        }
    }

    /** Whatever is done to a file, reading it ends in a build or in a reason, never in an exception. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void mutatedFilesGiveABuildOrAReason(long seed) throws IOException {
        byte[] valid = sample("valid");
        Random random = new Random(seed);
        for (int round = 0; round < 400; round++) {
            OdmMetadata metadata = read(mutate(valid, random));
            assertThat(metadata.build().isEmpty())
                    .isEqualTo(metadata.diagnostics().stream().anyMatch(Diagnostic::error));
        }
    }

    private static byte[] mutate(byte[] file, Random random) {
        byte[] mutated = file.clone();
        int edits = 1 + random.nextInt(3);
        for (int i = 0; i < edits; i++) {
            int at = random.nextInt(mutated.length);
            int length = random.nextInt(Math.min(40, mutated.length - at));
            switch (random.nextInt(4)) {
                case 0 -> mutated[at] = (byte) random.nextInt(256);
                case 1 -> mutated = splice(mutated, at, at + length, new byte[0]);
                case 2 -> mutated = splice(mutated, at, at, Arrays.copyOfRange(mutated, at, at + length));
                default -> mutated = splice(mutated, at, at, token(random));
            }
        }
        return mutated;
    }

    private static byte[] token(Random random) {
        String[] tokens = {
            "<", ">", "\"", "&amp;", "&#0;", "&#x110000;", "<!DOCTYPE x>", "]]>", "<![CDATA[", "xmlns:a=''", "\uFFFF"
        };
        return tokens[random.nextInt(tokens.length)].getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] splice(byte[] file, int from, int to, byte[] insert) {
        byte[] result = new byte[file.length - (to - from) + insert.length];
        System.arraycopy(file, 0, result, 0, from);
        System.arraycopy(insert, 0, result, from, insert.length);
        System.arraycopy(file, to, result, from + insert.length, file.length - to);
        return result.length == 0 ? file : result;
    }
}

package org.indelible.protocols.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.check.BuiltInChecks;
import org.indelible.protocols.check.CompiledBuild;
import org.indelible.protocols.check.ExpressionCompiler;
import org.indelible.protocols.check.FormContent;
import org.indelible.protocols.check.GroupContent;
import org.indelible.protocols.check.ItemValue;
import org.indelible.protocols.clinicaldata.ClinicalDataHandler;
import org.indelible.protocols.clinicaldata.FileHeader;
import org.indelible.protocols.clinicaldata.FormData;
import org.indelible.protocols.clinicaldata.ItemData;
import org.indelible.protocols.clinicaldata.ItemGroupData;
import org.indelible.protocols.clinicaldata.Marks;
import org.indelible.protocols.clinicaldata.OdmClinicalDataReader;
import org.indelible.protocols.clinicaldata.StudyEventData;
import org.indelible.protocols.clinicaldata.SubjectData;
import org.indelible.protocols.clinicaldata.TransactionType;
import org.indelible.protocols.odm.Diagnostic;
import org.indelible.protocols.odm.OdmMetadataReader;
import org.indelible.protocols.write.OdmClinicalDataWriter;
import org.indelible.protocols.write.OdmVersion;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a large definition and a large data file take in processor time. Each figure is the median of its rounds, after one that warms up. */
@Tag("R60")
class ProtocolsBenchmark {
    private static final int ITEMS = 1_000;
    private static final int SUBJECTS = 5_000;
    private static final int VALUES_PER_SUBJECT = 200;

    /** What the thread itself used, which what else the machine does leaves alone. */
    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static <T> T measured(String what, int rounds, Supplier<T> work) {
        List<Long> times = new ArrayList<>();
        T result = work.get();
        for (int i = 0; i < rounds; i++) {
            long start = processor();
            result = work.get();
            times.add(processor() - start);
        }
        times.sort(null);
        System.out.printf("%s: %.2f ms%n", what, times.get(rounds / 2) / 1e6);
        return result;
    }

    @Test
    void aDefinitionOfAThousandItems() {
        byte[] file = GeneratedStudy.odm(ITEMS, "Question");
        long cold = processor();
        parse(file);
        System.out.printf("parse, first time in this JVM: %.2f ms%n", (processor() - cold) / 1e6);
        StudyBuild build = measured("parse 1,000 items, 900 conditions, 150 checks", 5, () -> parse(file));
        assertThat(build.conditions()).hasSize(900);
        assertThat(build.items().stream().mapToInt(i -> i.rangeChecks().size()).sum())
                .isEqualTo(150);
        CompiledBuild compiled = measured("compile", 5, () -> ExpressionCompiler.compile(build));
        assertThat(compiled.diagnostics()).isEmpty();
        Map<String, ItemValue> values = new LinkedHashMap<>();
        build.itemGroups().getFirst().itemRefs().forEach(ref -> values.put(ref.oid(), ItemValue.of("7.5")));
        FormContent form = new FormContent("SE", "F.0", List.of(new GroupContent("IG.0", "", values)));
        measured("all checks of a form of 40 items", 200, () -> BuiltInChecks.evaluate(compiled, form));
    }

    private static StudyBuild parse(byte[] file) {
        return OdmMetadataReader.read(new ByteArrayInputStream(file), "generated")
                .build()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(OdmVersion.class)
    void aMillionValuesOutAndIn(OdmVersion version, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("data.xml");
        long written = processor();
        write(file, version);
        double out = (processor() - written) / 1e9;
        long read = processor();
        long[] values = new long[1];
        long[] peak = new long[1];
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            OdmClinicalDataReader.read(in, new ClinicalDataHandler() {
                @Override
                public void subject(SubjectData subject) {
                    subject.studyEvents()
                            .forEach(e -> e.forms()
                                    .forEach(f -> f.itemGroups()
                                            .forEach(g -> values[0] += g.items().size())));
                    Runtime runtime = Runtime.getRuntime();
                    peak[0] = Math.max(peak[0], runtime.totalMemory() - runtime.freeMemory());
                }

                @Override
                public void diagnostic(Diagnostic diagnostic) {
                    throw new AssertionError(diagnostic);
                }
            });
        }
        double in = (processor() - read) / 1e9;
        assertThat(values[0]).isEqualTo((long) SUBJECTS * VALUES_PER_SUBJECT);
        System.out.printf(
                "ODM %s: 1,000,000 values, %d MB: written %.0f/s, read %.0f/s, most memory in use %d MB%n",
                version.text(), Files.size(file) >> 20, values[0] / out, values[0] / in, peak[0] >> 20);
    }

    private static void write(Path file, OdmVersion version) throws IOException {
        FileHeader header = new FileHeader(
                FileHeader.FileType.SNAPSHOT,
                Optional.of("F"),
                Optional.empty(),
                Optional.of("2026-01-01T00:00:00Z"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
                OdmClinicalDataWriter writer = new OdmClinicalDataWriter(out, version, header)) {
            for (int s = 0; s < SUBJECTS; s++) {
                writer.subject(subject(s));
            }
        }
    }

    private static SubjectData subject(int number) {
        List<ItemData> items = new ArrayList<>();
        for (int i = 0; i < VALUES_PER_SUBJECT; i++) {
            items.add(new ItemData(
                    "I." + i,
                    Optional.of(String.valueOf(number * 31 + i)),
                    false,
                    Optional.empty(),
                    TransactionType.INSERT,
                    Marks.NONE,
                    0,
                    0));
        }
        ItemGroupData group =
                new ItemGroupData("IG", Optional.empty(), TransactionType.INSERT, items, Marks.NONE, 0, 0);
        FormData form = new FormData("F", Optional.empty(), TransactionType.INSERT, List.of(group), Marks.NONE, 0, 0);
        StudyEventData event =
                new StudyEventData("SE", Optional.empty(), TransactionType.INSERT, List.of(form), Marks.NONE, 0, 0);
        return new SubjectData(
                "S-" + number,
                "ST",
                "MDV",
                Optional.empty(),
                Optional.empty(),
                TransactionType.INSERT,
                List.of(event),
                Marks.NONE,
                0,
                0);
    }
}

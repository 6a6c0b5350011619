package org.indelible.validation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.indelible.anchoring.testing.Requirement;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.MethodMetadata;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;

/** Finds {@link Requirement} in compiled tests, without loading them: those of other modules are not on the class path. */
final class NamedTests {
    private static final MetadataReaderFactory READERS = new SimpleMetadataReaderFactory();

    private static final Pattern RUN = Pattern.compile("[^$]*Tests?(\\$.*)?\\.class");

    private NamedTests() {}

    /**
     * Those that a build runs, by Surefire's convention: a benchmark is no evidence of a build that did not run it.
     *
     * @param classes {@code target/test-classes} of the module
     */
    static List<NamedTest> in(String module, Path classes) throws IOException {
        if (!Files.isDirectory(classes)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(
                            file -> RUN.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .flatMap(file -> of(module, file).stream())
                    .toList();
        }
    }

    static List<NamedTest> of(String module, Path file) {
        AnnotationMetadata type;
        try {
            type = READERS.getMetadataReader(new FileSystemResource(file)).getAnnotationMetadata();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        List<NamedTest> tests = new ArrayList<>();
        add(tests, module, type.getClassName(), Optional.empty(), ids(type.getAnnotations()));
        for (MethodMetadata method : type.getDeclaredMethods()) {
            add(tests, module, type.getClassName(), Optional.of(method.getMethodName()), ids(method.getAnnotations()));
        }
        return tests;
    }

    private static void add(
            List<NamedTest> tests, String module, String type, Optional<String> method, Set<String> ids) {
        if (!ids.isEmpty()) {
            tests.add(new NamedTest(module, type, method, ids));
        }
    }

    private static Set<String> ids(MergedAnnotations annotations) {
        return Stream.concat(
                        annotations.stream(Requirement.class),
                        annotations.stream(Requirement.List.class)
                                .flatMap(list -> Stream.of(list.getAnnotationArray("value", Requirement.class))))
                .flatMap(named -> Stream.of(named.getStringArray("value")))
                .collect(Collectors.toSet());
    }
}

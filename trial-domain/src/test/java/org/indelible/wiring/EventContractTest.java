package org.indelible.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.indelible.eventstore.EventType;
import org.junit.jupiter.api.Test;

/** No event of the domain is outside the registry, and with that outside the contract that the registry demands. */
class EventContractTest {
    @Test
    void everyEventTypeOfTheModuleIsRegistered() throws Exception {
        List<Class<?>> annotated = mainClasses().stream()
                .filter(type -> type.isAnnotationPresent(EventType.class))
                .toList();

        assertThat(annotated).isNotEmpty().allMatch(DomainEvents.registry().types()::contains);
        assertThat(DomainEvents.registry().types()).hasSameSizeAs(annotated);
    }

    private static List<Class<?>> mainClasses() throws IOException, URISyntaxException {
        Path root = Path.of(DomainEvents.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .<Class<?>>map(EventContractTest::load)
                    .toList();
        }
    }

    private static Class<?> load(String file) {
        String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
        try {
            return Class.forName(name, false, EventContractTest.class.getClassLoader());
        } catch (ClassNotFoundException absent) {
            throw new IllegalStateException(absent);
        }
    }
}

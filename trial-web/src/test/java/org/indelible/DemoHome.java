package org.indelible;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** An INDELIBLE_HOME with the demo in it. It is enacted once in a run of the tests, by whoever needs it first, and copied for everybody. */
public class DemoHome implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final Path HOMES = Path.of("target", "homes").toAbsolutePath();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            Path home = Files.createTempDirectory(Files.createDirectories(HOMES), "demo-home-");
            copyTo(home);
            TestPropertyValues.of("indelible.home=" + home).applyTo(context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All test JVMs of a run share the demo; a lock within and one between them. */
    public static synchronized void copyTo(Path home) throws IOException {
        String run = System.getProperty(
                "indelible.run", String.valueOf(ProcessHandle.current().pid()));
        Path demo = Files.createDirectories(HOMES).resolve("demo-" + run.replaceAll("\\W", "-"));
        try (FileChannel file =
                        FileChannel.open(HOMES.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = file.lock()) {
            if (held.isValid() && !Files.exists(demo)) {
                Path fresh = Files.createTempDirectory(HOMES, "enacting-");
                new SpringApplicationBuilder(IndelibleApplication.class)
                        .run(
                                "--server.port=0",
                                "--indelible.demo=true",
                                "--indelible.demo-password=" + DemoPortalTest.PASSWORD,
                                "--indelible.home=" + fresh)
                        .close();
                Files.move(fresh, demo, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        copy(demo, home);
    }

    /** With the rights of each file: PostgreSQL and the key store are particular about them. */
    private static void copy(Path from, Path to) throws IOException {
        try {
            int exit = new ProcessBuilder("cp", "-a", from + "/.", to.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IOException("the demo's home cannot be copied to " + to);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

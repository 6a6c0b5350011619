package org.indelible.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** One node under load: started, killed and started again, over one home. What it acknowledged is kept over all its lives. */
final class Subject {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Where the suite runs long, it is as hard as it can be; among the ordinary tests it leaves them room. */
    private static final int PAUSE_MILLIS = Integer.getInteger("indelible.faults.kills", 1) > 1 ? 0 : 200;

    private static final String BINARIES =
            "-Dindelible.postgresql-bin=" + Path.of("target", "postgresql-bin").toAbsolutePath();

    private final Path home;
    private final Path control;
    private final List<String> settings;
    private final Map<Long, String> acknowledged = new ConcurrentHashMap<>();
    private final List<String> contradictions = new ArrayList<>();
    private @Nullable Life life;

    /** One of its processes, with who reads what it prints. */
    private record Life(Process process, Thread listener) {}

    /** @param control where what it is to suffer is written, and its log */
    Subject(Path home, Path control, String... settings) throws IOException {
        this.home = Files.createDirectories(home);
        this.control = Files.createDirectories(control);
        this.settings = List.of(settings);
    }

    private Life life() {
        return Objects.requireNonNull(life);
    }

    Path home() {
        return home;
    }

    Subject start() throws IOException {
        CountDownLatch ready = new CountDownLatch(1);
        Process started = run("org.indelible.faults.LoadedApplication", "--server.port=-1");
        life = new Life(started, Thread.ofPlatform().daemon().start(() -> listen(started, ready)));
        try {
            if (!ready.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("the application did not come up, see " + log());
            }
            return this;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Process run(String main, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                BINARIES,
                "-Dindelible.faults.control=" + control,
                "-Dindelible.faults.pause=" + PAUSE_MILLIS,
                "-cp",
                System.getProperty("java.class.path"),
                main));
        line.addAll(List.of(arguments));
        line.addAll(List.of("--indelible.demo=false", "--indelible.home=" + home, "--logging.level.root=WARN"));
        line.addAll(settings);
        return new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    private Path log() {
        return control.resolve("log");
    }

    private void listen(Process of, CountDownLatch ready) {
        try (BufferedReader lines = of.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(LoadedApplication.ACKNOWLEDGED)) {
                    acknowledge(line.split(" "));
                } else if (line.equals(LoadedApplication.READY)) {
                    ready.countDown();
                } else {
                    Files.writeString(log(), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                }
            }
        } catch (IOException killed) {
            // What was read until then counts.
            return;
        }
    }

    /** The last line of a killed process may be torn: it was no answer yet. */
    private void acknowledge(String[] words) {
        if (words.length == 3 && words[2].length() == 43) {
            String other = acknowledged.putIfAbsent(Long.parseLong(words[1]), words[2]);
            if (other != null) {
                contradictions.add("two answers for leaf " + words[1]);
            }
        }
    }

    /** Every acknowledged leaf with its entry hash. */
    Map<Long, String> acknowledged() {
        if (!contradictions.isEmpty()) {
            throw new IllegalStateException(contradictions.toString());
        }
        return Map.copyOf(acknowledged);
    }

    /** Under load, it goes on: so many more are acknowledged. */
    void awaitMore(int commands) {
        int before = acknowledged.size();
        Awaitility.await().atMost(PATIENCE).until(() -> acknowledged.size() >= before + commands);
    }

    void suffer(String what, String how) {
        try {
            Files.writeString(control.resolve(what), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void kill() {
        life().process().destroyForcibly();
        awaitEnd();
    }

    void awaitEnd() {
        try {
            if (!life().process().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("the application did not end");
            }
            life().listener().join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void stop() {
        life().process().destroy();
        awaitEnd();
    }

    /** {@code verify-ledger all}, by a process of its own; its exit code. */
    int verify() throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                BINARIES,
                "-Dindelible.demo=false",
                "-Dindelible.home=" + home));
        settings.forEach(setting -> line.add("-D" + setting.substring(2)));
        line.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "org.indelible.IndelibleApplication",
                "verify-ledger",
                "all"));
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start()
                .waitFor();
    }
}

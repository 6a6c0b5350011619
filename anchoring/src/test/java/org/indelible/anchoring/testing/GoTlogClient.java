package org.indelible.anchoring.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * An unrelated C2SP client: Go's own golang.org/x/mod, from Debian's golang-golang-x-mod-dev. Where Go or the package is absent the test
 * reports itself skipped, unless {@code -Dindelible.go.required=true}.
 */
public final class GoTlogClient {
    private static final Path DEBIAN_GOPATH = Path.of("/usr/share/gocode");
    private static final String PROGRAM = "tlogclient.go";
    private static final long TIMEOUT_SECONDS = 300;

    /** What the client made of a log. */
    public record Verdict(boolean accepted, String output) {}

    private GoTlogClient() {}

    /** Requires that the client accepts the log in this directory, at this size. */
    public static void assertAccepts(Path log, String vkey, long size) {
        Verdict verdict = judge(log, vkey);
        assertThat(verdict.accepted()).as(verdict.output()).isTrue();
        assertThat(verdict.output()).startsWith("accepted " + size + " ");
    }

    /** Lets the client judge the log in this directory: {@code checkpoint}, {@code tile/...}, {@code tile/entries/...}. */
    public static Verdict judge(Path log, String vkey) {
        require(
                "needs go and golang-golang-x-mod-dev",
                Files.isDirectory(DEBIAN_GOPATH.resolve("src/golang.org/x/mod/sumdb/tlog")) && goRuns());
        return start(GoTlogClient.class, PROGRAM, log.toString(), vkey);
    }

    /** Runs another Go program, which needs nothing but the standard library: a resource beside a class. */
    public static Verdict run(Class<?> beside, String program, String... arguments) {
        require("needs go", goRuns());
        return start(beside, program, arguments);
    }

    private static Verdict start(Class<?> beside, String program, String... arguments) {
        try {
            return execute(beside, program, arguments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Verdict execute(Class<?> beside, String name, String... arguments)
            throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("tlogclient");
        Path program = work.resolve(name);
        try (InputStream source = Objects.requireNonNull(beside.getResourceAsStream(name))) {
            Files.copy(source, program);
        }
        Path output = work.resolve("output");
        List<String> command = new ArrayList<>(List.of("go", "run", program.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder go =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        go.environment().put("GO111MODULE", "off");
        go.environment().put("GOPATH", DEBIAN_GOPATH.toString());
        go.environment().put("GOFLAGS", "");
        go.environment().put("GOTOOLCHAIN", "local");
        Process process = go.start();
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new IOException("the Go client did not end within " + TIMEOUT_SECONDS + " s");
        }
        String text = Files.readString(output, StandardCharsets.UTF_8);
        Files.delete(output);
        Files.delete(program);
        Files.delete(work);
        return new Verdict(process.exitValue() == 0, text);
    }

    private static void require(String absent, boolean present) {
        if (present) {
            return;
        }
        if (Boolean.getBoolean("indelible.go.required")) {
            fail(absent);
        }
        abort(absent);
    }

    private static boolean goRuns() {
        try {
            return new ProcessBuilder("go", "version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

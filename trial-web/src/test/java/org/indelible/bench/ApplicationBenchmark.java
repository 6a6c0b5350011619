package org.indelible.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.indelible.Api;
import org.indelible.anchoring.testing.Fixtures;
import org.indelible.anchoring.testing.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A whole completed trial through the API, its read models made again, the start on what is there then, and the memory of the JVM through all
 * of it, on the embedded, durable PostgreSQL.
 */
@Requirement("R60")
class ApplicationBenchmark {
    private static final List<String> FILES =
            List.of("lzzt-clinical-data.xml", "lzzt-labs.xml", "lzzt-corrections.xml");

    @TempDir
    Path home;

    /** The application in a process of its own. */
    private record Running(Process process, BufferedReader lines, int port) {
        String base() {
            return "http://localhost:" + port;
        }

        String await(String what) throws IOException {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(what)) {
                    return line;
                }
                System.out.println(line);
            }
            throw new IllegalStateException("the application ended");
        }

        boolean answers() throws InterruptedException {
            try {
                return Api.anonymous(base()).get("/sign-in").statusCode() == 200;
            } catch (IOException notYet) {
                return false;
            }
        }

        void stop(String after) throws IOException, InterruptedException {
            String peak = Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(each -> each.startsWith("VmHWM"))
                    .findFirst()
                    .orElse("?");
            System.out.println(
                    "resident memory of the JVM at its peak, " + after + ": " + peak.replaceFirst("VmHWM:\\s*", ""));
            process.destroy();
            process.waitFor();
        }
    }

    @Test
    void fromAnEmptyHomeToASecondStart() throws Exception {
        Running first = start();
        first.await(MeasuredApplication.READY);
        bringIn(first.base());
        rebuild(first);
        first.stop("import and rebuild");
        long began = System.nanoTime();
        Running second = start();
        while (!second.answers()) {
            Thread.onSpinWait();
        }
        System.out.printf("start on existing data to first page: %.1f s%n", (System.nanoTime() - began) / 1e9);
        second.await(MeasuredApplication.READY);
        second.stop("start");
    }

    private static void bringIn(String base) throws Exception {
        Api builder = Api.signIn(base, MeasuredApplication.BUILDER, MeasuredApplication.PASSWORD);
        Api manager = Api.signIn(base, MeasuredApplication.MANAGER, MeasuredApplication.PASSWORD);
        long began = System.nanoTime();
        HttpResponse<String> registered =
                builder.post("/api/v1/trials?kind=test", BodyPublishers.ofFile(lzzt("lzzt-protocol-v1.xml")));
        assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
        String trial =
                JsonMapper.shared().readTree(registered.body()).get("trial").asString();
        for (String file : FILES) {
            long from = System.nanoTime();
            HttpResponse<String> accepted = manager.post(
                    "/api/v1/trials/" + trial + "/clinical-data?purpose=migration", BodyPublishers.ofFile(lzzt(file)));
            assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
            JsonNode job =
                    manager.awaitJob(accepted.headers().firstValue("Location").orElseThrow());
            System.out.printf(
                    "%s: %s, %s, in %.1f s%n",
                    file, job.path("state"), job.path("total"), (System.nanoTime() - from) / 1e9);
        }
        System.out.printf("LZZT, all files: %.1f s%n", (System.nanoTime() - began) / 1e9);
    }

    private static void rebuild(Running running) throws IOException {
        for (int turn = 0; turn < 3; turn++) {
            OutputStream in = running.process().getOutputStream();
            in.write("rebuild\n".getBytes(StandardCharsets.US_ASCII));
            in.flush();
            String[] words = running.await(MeasuredApplication.REBUILT).split(" ");
            double seconds = Double.parseDouble(words[2]);
            System.out.printf(
                    "rebuild: %s rows in %.1f s, %,.0f rows/s%n",
                    words[1], seconds, Long.parseLong(words[1]) / seconds);
        }
    }

    private Running start() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        List<String> line = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx" + System.getProperty("indelible.bench.heap", "320m"),
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                MeasuredApplication.class.getName(),
                "--server.port=" + port,
                "--indelible.demo=false",
                "--indelible.home=" + home.resolve("home"),
                "--logging.level.root=WARN"));
        Process process = new ProcessBuilder(line)
                .redirectError(
                        ProcessBuilder.Redirect.appendTo(home.resolve("log").toFile()))
                .start();
        return new Running(process, process.inputReader(), port);
    }

    private static Path lzzt(String name) {
        return Fixtures.path("lzzt/" + name);
    }
}

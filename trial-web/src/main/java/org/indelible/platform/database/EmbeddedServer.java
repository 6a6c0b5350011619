package org.indelible.platform.database;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.indelible.platform.HomeLock;
import org.indelible.platform.IndelibleHome;
import org.indelible.platform.SecretFile;
import org.indelible.platform.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A real PostgreSQL in a process of its own, for installations that bring none. It is as durable as any other: its data directory
 * stays under INDELIBLE_HOME, every commit is flushed. It listens on the loopback address only and asks for passwords.
 *
 * <p>PostgreSQL refuses to run as root; there it is started in a user namespace of its own, where it is nobody.
 */
final class EmbeddedServer implements ServerWatch.Watched, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final int ATTEMPTS = 3;
    private static final String PATIENCE_SECONDS = "600";

    private final IndelibleHome home;
    private final PostgresBinaries binaries;
    private final SecretFile superuserPassword;
    private final ServerWatch watch = new ServerWatch(this);
    private int port;

    private EmbeddedServer(IndelibleHome home) {
        this.home = home;
        this.binaries = PostgresBinaries.unpackedBelow(home.databaseBinaries());
        this.superuserPassword = new SecretFile(home.secrets().resolve("postgres-superuser"));
    }

    /** Starts the server over the home's data, making it on first use. The lock proves that nobody else does so. */
    static EmbeddedServer start(IndelibleHome home, HomeLock held) {
        EmbeddedServer server = new EmbeddedServer(home);
        try {
            server.initialise();
            server.dealWithOrphan();
            server.launch();
            server.watch.started();
        } catch (IOException e) {
            throw new StartRefused(
                    "The embedded PostgreSQL cannot be started: " + e,
                    "Check free space and rights of " + home.root() + ".",
                    e);
        }
        return server;
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    Credentials superuser() {
        return new Credentials("postgres", superuserPassword.read());
    }

    private Path data() {
        return home.databaseData();
    }

    private void initialise() throws IOException {
        if (Files.exists(data().resolve("PG_VERSION"))) {
            return;
        }
        superuserPassword.readOrCreate();
        Path fresh = data().resolveSibling("postgresql-data.new");
        FileSystemUtils.deleteRecursively(fresh);
        run(
                "make its data directory",
                binaries.program("initdb"),
                "--pgdata=" + fresh,
                "--username=postgres",
                "--auth=scram-sha-256",
                "--pwfile=" + superuserPassword.path(),
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C");
        Files.writeString(
                fresh.resolve("postgresql.conf"), "\ninclude = 'indelible.conf'\n", StandardOpenOption.APPEND);
        // A start that is killed in here leaves no half-made data directory behind.
        Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** A server left over from an application that was killed is stopped, if it is proven to be this home's. */
    private void dealWithOrphan() throws IOException {
        PostmasterFile left = PostmasterFile.read(data()).orElse(null);
        if (left == null) {
            return;
        }
        switch (left.holder()) {
            case GONE, STRANGER -> {
                // Left lying, it would make PostgreSQL refuse for as long as any process, be it a zombie, has that id.
                // Back
                // ends that outlived their postmaster are still found by PostgreSQL itself, by the shared memory they
                // hold.
                LOG.info("The embedded PostgreSQL was not stopped cleanly; it recovers from its write-ahead log.");
                Files.delete(PostmasterFile.in(data()));
            }
            case OURS -> {
                LOG.info("Stopping the embedded PostgreSQL (process {}) that an earlier run left behind.", left.pid());
                stop();
            }
            case UNKNOWN ->
                throw new StartRefused(
                        "Process " + left.pid() + " may be a PostgreSQL over " + data()
                                + ", and this cannot be ruled out.",
                        "Make sure that it is not; then remove " + PostmasterFile.in(data()) + " and start again.");
        }
    }

    private void launch() throws IOException {
        for (int attempt = 1; ; attempt++) {
            port = freePort();
            Files.writeString(data().resolve("indelible.conf"), EmbeddedSettings.text(port));
            try {
                startProgram();
                return;
            } catch (StartRefused e) {
                if (attempt == ATTEMPTS || !portWasTaken()) {
                    throw e;
                }
            }
        }
    }

    /** Somebody may take the port between our looking for it and PostgreSQL's binding it. */
    private boolean portWasTaken() {
        return lastLines(home.databaseLog()).contains("could not bind");
    }

    @Override
    public boolean isRunning() {
        try {
            return PostmasterFile.read(data())
                    .filter(file -> file.holder() == PostmasterFile.Holder.OURS)
                    .isPresent();
        } catch (IOException e) {
            // Read while PostgreSQL writes it; the next look tells.
            return true;
        }
    }

    /** At the same port, which every connection pool knows. */
    @Override
    public void startAgain() {
        try {
            dealWithOrphan();
            startProgram();
        } catch (IOException e) {
            throw new StartRefused(
                    "The embedded PostgreSQL cannot be started again: " + e,
                    "Check free space of " + home.root() + ".",
                    e);
        }
    }

    private void startProgram() {
        run(
                "start",
                binaries.program("pg_ctl"),
                "start",
                "--pgdata=" + data(),
                "--wait",
                "--timeout=" + PATIENCE_SECONDS,
                "--log=" + home.databaseLog());
        LOG.info("Embedded PostgreSQL is running on 127.0.0.1:{} over {}", port, data());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void stop() {
        run(
                "stop",
                binaries.program("pg_ctl"),
                "stop",
                "--pgdata=" + data(),
                "--mode=fast",
                "--wait",
                "--timeout=" + PATIENCE_SECONDS);
    }

    /** Lets go of the server without stopping it, as the end of a killed application does. */
    void leaveBehind() {
        watch.close();
    }

    /** Closed by Spring after everything that uses it, and so after the web server. */
    @Override
    public void close() {
        watch.close();
        stop();
        LOG.info("Embedded PostgreSQL is stopped.");
    }

    private void run(String purpose, String... command) {
        List<String> line = new ArrayList<>(LinuxUtils.isUnshareAvailable() ? List.of("unshare", "--user") : List.of());
        line.addAll(List.of(command));
        Path output = home.root().resolve("postgresql-command.log");
        try {
            // Output goes to a file: the server would inherit a pipe and never close it.
            Process process = new ProcessBuilder(line)
                    .directory(home.root().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            int exit = process.waitFor();
            if (exit != 0) {
                throw new StartRefused(
                        "The embedded PostgreSQL did not " + purpose + ". It says:\n" + lastLines(output)
                                + lastLines(home.databaseLog()),
                        "Check free space and rights of " + home.root() + "; the full log is " + home.databaseLog()
                                + " and " + data().resolve("log") + ".");
            }
        } catch (IOException e) {
            throw new StartRefused(
                    "The embedded PostgreSQL cannot be called: " + e, "Check " + binaries.root() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefused("Interrupted while PostgreSQL was to " + purpose + ".", "Start again.", e);
        }
    }

    private static String lastLines(Path file) {
        if (!Files.exists(file)) {
            return "";
        }
        try (Stream<String> lines = Files.lines(file)) {
            List<String> all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - 8), all.size())) + "\n";
        } catch (IOException | java.io.UncheckedIOException e) {
            return "(" + file + " cannot be read: " + e + ")\n";
        }
    }
}

package org.indelible.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.indelible.anchoring.checkpoint.Cosigner;
import org.indelible.anchoring.note.NoteFormatException;
import org.indelible.anchoring.note.VerifierKey;
import org.indelible.anchoring.witness.FileWitnessStore;
import org.indelible.anchoring.witness.Witness;
import org.indelible.anchoring.witness.WitnessKeys;
import org.indelible.anchoring.witness.WitnessServer;
import org.indelible.platform.SecretFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A witness, for a site, a sponsor or a regulator: on a machine that whoever runs the portal has no say in. */
@Command(
        name = "witness",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Run a witness (c2sp.org/tlog-witness): it cosigns the checkpoints of the logs it is told of, each once it has"
                        + " verified that nothing it saw before was changed or dropped.",
        footer = {
            "",
            "The portal prints the line of its log at its start and on its page of witnesses; the witness prints the lines for the"
                    + " portal's trust policy. Put a TLS proxy in front of it where it is reached over a network that others share."
        })
final class WitnessCommand implements Callable<Integer> {
    private static final String LOG_PREFIX = "log ";

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--name",
            required = true,
            paramLabel = "<name>",
            description = "Name under which it signs, such as witness.example.org/1. Choose it once.")
    private String name = "";

    @Option(
            names = "--log",
            paramLabel = "<vkey>",
            description = "Verifier key of a log to follow. May be given several times.")
    private List<String> logs = List.of();

    @Option(
            names = "--logs",
            paramLabel = "<file>",
            description = "File of such keys, one per line as 'log <vkey>' (c2sp.org/tlog-policy).")
    private @Nullable Path logsFile;

    @Option(
            names = "--home",
            paramLabel = "<directory>",
            defaultValue = "indelible-witness",
            description = "Where its key and its store are kept (${DEFAULT-VALUE}).")
    private Path home = Path.of("");

    @Option(
            names = "--listen",
            paramLabel = "<address>",
            defaultValue = "127.0.0.1",
            description = "Address to listen on (${DEFAULT-VALUE}).")
    private String address = "";

    @Option(names = "--port", paramLabel = "<port>", defaultValue = "8090", description = "Port (${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--password-file",
            paramLabel = "<file>",
            description = "Password of its key file. Without it one is made in the home directory, mode 0600.")
    private @Nullable Path passwordFile;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Terminal terminal = new Terminal(Objects.requireNonNull(spec));
        List<VerifierKey> keys = keys();
        Files.createDirectories(home);
        SecretFile password = new SecretFile(passwordFile == null ? home.resolve("password") : passwordFile);
        List<Cosigner> cosigners =
                cosigners((passwordFile == null ? password.readOrCreate() : password.read()).toCharArray());
        try (FileWitnessStore store = FileWitnessStore.open(home.resolve("seen.json"));
                WitnessServer server = WitnessServer.start(
                        new Witness(keys, cosigners, store, Clock.systemUTC()),
                        name,
                        new InetSocketAddress(address, port))) {
            terminal.line("Witness " + name + " follows " + keys.size() + " logs on http://" + address + ":"
                    + server.address().getPort() + "/");
            cosigners.forEach(cosigner -> terminal.line("witness " + name + " "
                    + cosigner.verifier().encodedKey() + " http://" + address + ":"
                    + server.address().getPort() + "/"));
            CountDownLatch stopped = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(stopped::countDown));
            stopped.await();
        }
        return 0;
    }

    private List<Cosigner> cosigners(char[] password) throws IOException {
        try {
            return WitnessKeys.open(home, password, name);
        } catch (NoteFormatException e) {
            throw usage("--name: " + e.getMessage());
        }
    }

    private List<VerifierKey> keys() throws IOException {
        List<String> lines = new ArrayList<>(logs);
        if (logsFile != null) {
            Files.readAllLines(logsFile, UTF_8).stream()
                    .map(String::strip)
                    .filter(line -> line.startsWith(LOG_PREFIX))
                    .forEach(line -> lines.add(line.split("\\s+")[1]));
        }
        if (lines.isEmpty()) {
            throw usage(
                    "Say which logs it is to follow: --log or --logs. A witness trusts no key that it was not told of.");
        }
        List<VerifierKey> keys = new ArrayList<>();
        for (String line : lines) {
            try {
                VerifierKey key = VerifierKey.parse(line);
                if (key.type() != VerifierKey.ED25519) {
                    throw usage(key.name() + " is the key of a witness, not of a log.");
                }
                keys.add(key);
            } catch (NoteFormatException e) {
                throw usage(String.valueOf(e.getMessage()));
            }
        }
        return keys;
    }

    private ParameterException usage(String message) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }
}

package org.indelible.anchoring.evidence.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.indelible.anchoring.evidence.EvidenceFormatException;
import org.indelible.anchoring.evidence.verify.BundleReport;
import org.indelible.anchoring.evidence.verify.BundleVerifier;
import org.indelible.anchoring.evidence.verify.OlderCheckpoint;
import org.indelible.anchoring.evidence.verify.VerifierOptions;
import org.indelible.anchoring.policy.PolicyFormatException;
import org.indelible.anchoring.policy.TrustPolicy;
import org.indelible.anchoring.timestamp.Certificates;
import org.indelible.anchoring.verify.ProgressListener;

/** The verifier as a program: {@code java -jar indelible-verify.jar BUNDLE.zip}. */
public final class Main {
    static final int USAGE = 64;

    private static final long MAX_SMALL_FILE = 1_000_000;

    private Main() {}

    public static void main(String[] words) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        // As before Java 22: no console where it is no terminal.
        System.setProperty("jdk.console", "java.base");
        System.exit(run(List.of(words), out, err, System.console() != null));
    }

    /** The exit code. */
    static int run(List<String> words, PrintStream out, PrintStream err, boolean terminal) {
        try {
            Arguments arguments = Arguments.parse(words);
            ProgressListener progress = terminal ? new ProgressBar(err) : ProgressListener.NONE;
            BundleReport report = new BundleVerifier(options(arguments)).verify(arguments.bundle(), progress);
            out.print(arguments.json() ? JsonReport.of(report) : TextReport.of(report));
            out.flush();
            return ExitCode.of(report);
        } catch (Arguments.UsageException e) {
            err.println(e.getMessage());
            err.print(Arguments.USAGE);
        } catch (EvidenceFormatException e) {
            err.println(e.getMessage());
        } catch (IOException e) {
            err.println("cannot read " + e.getMessage());
        }
        return USAGE;
    }

    private static VerifierOptions options(Arguments arguments) throws IOException, EvidenceFormatException {
        Optional<TrustPolicy> policy = Optional.empty();
        Optional<OlderCheckpoint> older = Optional.empty();
        if (arguments.policy().isPresent()) {
            policy = Optional.of(policy(arguments.policy().get()));
        }
        if (arguments.checkpoint().isPresent()) {
            older = Optional.of(
                    OlderCheckpoint.parse(small(arguments.checkpoint().get())));
        }
        return new VerifierOptions(
                policy,
                older,
                arguments.authorities().isPresent()
                        ? authorities(arguments.authorities().get())
                        : List.of(),
                Clock.systemUTC());
    }

    private static List<X509Certificate> authorities(Path file) throws IOException, EvidenceFormatException {
        try {
            return Certificates.readPem(small(file));
        } catch (CertificateException e) {
            throw new EvidenceFormatException(file + " holds no certificates: " + e.getMessage(), e);
        }
    }

    private static TrustPolicy policy(Path file) throws IOException, EvidenceFormatException {
        try {
            return TrustPolicy.parse(small(file));
        } catch (PolicyFormatException e) {
            throw new EvidenceFormatException(file + " is no policy: " + e.getMessage(), e);
        }
    }

    private static byte[] small(Path file) throws IOException {
        if (Files.size(file) > MAX_SMALL_FILE) {
            throw new IOException(file + ": it is too large for what it should be");
        }
        return Files.readAllBytes(file);
    }
}

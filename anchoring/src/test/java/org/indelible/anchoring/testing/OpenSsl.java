package org.indelible.anchoring.testing;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The {@code openssl} command as the other party. Where it is absent the test is skipped, unless {@code -Dindelible.openssl.required=true}. */
public final class OpenSsl {
    /** What the command made of its input. */
    public record Verdict(boolean accepted, String output) {}

    private OpenSsl() {}

    /** {@code openssl ts -verify} of a bare token over these bytes. */
    public static Verdict verifyTimestamp(byte[] data, byte[] token, String trustedPem, Path directory)
            throws IOException {
        Path dataFile = Files.write(directory.resolve("data"), data);
        Path tokenFile = Files.write(directory.resolve("token.der"), token);
        Path trustFile = Files.writeString(directory.resolve("trusted.pem"), trustedPem);
        return run(List.of(
                "ts",
                "-verify",
                "-data",
                dataFile.toString(),
                "-in",
                tokenFile.toString(),
                "-token_in",
                "-CAfile",
                trustFile.toString()));
    }

    private static Verdict run(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(arguments);
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Verdict(process.waitFor() == 0, output);
        } catch (IOException absent) {
            String why = "needs the openssl command: " + absent.getMessage();
            if (Boolean.getBoolean("indelible.openssl.required")) {
                fail(why);
            }
            return abort(why);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }
}

package org.indelible.validation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** What was tested, on what, and with which settings. */
final class Environment {
    private Environment() {}

    static Map<String, String> of(Path root, Instant at) throws IOException {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("written", at.truncatedTo(ChronoUnit.SECONDS).toString());
        facts.put("version", version(root));
        facts.put("commit", commit(root));
        for (String artifact :
                new String[] {"trial-web/target/indelible.jar", "anchoring/target/indelible-verify.jar"}) {
            Path file = root.resolve(artifact);
            facts.put("SHA-256 of " + file.getFileName(), Files.exists(file) ? digest(file) : "not built");
        }
        facts.put("Java", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
        facts.put(
                "operating system",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"));
        facts.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        facts.put("Maven", System.getProperty("maven.version", "unknown"));
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("indelible.") && name.endsWith(".required"))
                .sorted()
                .forEach(name -> facts.put(name, System.getProperty(name)));
        return facts;
    }

    private static String version(Path root) throws IOException {
        Path info = root.resolve("trial-web/target/classes/META-INF/build-info.properties");
        if (!Files.exists(info)) {
            return "unknown";
        }
        Properties build = new Properties();
        try (InputStream in = Files.newInputStream(info)) {
            build.load(in);
        }
        return build.getProperty("build.version", "unknown");
    }

    /** With a word where the sources differ from it; unknown outside a repository. */
    private static String commit(Path root) throws IOException {
        String head = git(root, "rev-parse", "HEAD");
        if (head.isEmpty()) {
            return "unknown";
        }
        return git(root, "status", "--porcelain").isEmpty() ? head : head + ", modified";
    }

    private static String git(Path root, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("git", "-C", root.toString());
        builder.command().addAll(List.of(arguments));
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            return process.waitFor() == 0 ? said.strip() : "";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "";
        } catch (IOException noGit) {
            return "";
        }
    }

    private static String digest(Path file) throws IOException {
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}

package org.indelible.anchoring.evidence.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was typed after the name of the jar. */
record Arguments(
        Path bundle, Optional<Path> policy, Optional<Path> checkpoint, Optional<Path> authorities, boolean json) {
    static final String USAGE = """
        usage: java -jar indelible-verify.jar BUNDLE.zip [--policy FILE] [--checkpoint FILE] [--authorities FILE] [--json]

          --policy FILE      logs and witnesses that you trust, and how many must agree (C2SP tlog-policy)
          --checkpoint FILE  a checkpoint that you kept from before (C2SP tlog-checkpoint)
          --authorities FILE certificates of time-stamp authorities that you trust (PEM)
          --json             findings as JSON

        exit: 0 all checked and passed, 1 a finding failed, 2 something that you demand could not be checked
        """;

    /** What was typed means nothing. */
    static final class UsageException extends Exception {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }

    static Arguments parse(List<String> words) throws UsageException {
        List<Path> bundles = new ArrayList<>();
        Optional<Path> policy = Optional.empty();
        Optional<Path> checkpoint = Optional.empty();
        Optional<Path> authorities = Optional.empty();
        boolean json = false;
        for (int i = 0; i < words.size(); i++) {
            switch (words.get(i)) {
                case "--json" -> json = true;
                case "--policy" -> policy = Optional.of(file(words, ++i, policy));
                case "--checkpoint" -> checkpoint = Optional.of(file(words, ++i, checkpoint));
                case "--authorities" -> authorities = Optional.of(file(words, ++i, authorities));
                default -> bundles.add(bundle(words.get(i)));
            }
        }
        if (bundles.size() != 1) {
            throw new UsageException("name one bundle");
        }
        return new Arguments(bundles.getFirst(), policy, checkpoint, authorities, json);
    }

    private static Path bundle(String word) throws UsageException {
        if (word.startsWith("-")) {
            throw new UsageException("there is no option " + word);
        }
        return Path.of(word);
    }

    private static Path file(List<String> words, int at, Optional<Path> before) throws UsageException {
        if (at >= words.size() || before.isPresent()) {
            throw new UsageException(words.get(Math.min(at, words.size()) - 1) + " takes one file, once");
        }
        return Path.of(words.get(at));
    }
}

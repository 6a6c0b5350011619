package org.indelible.anchoring.policy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.indelible.anchoring.checkpoint.CosignatureVerifier;
import org.indelible.anchoring.note.NoteFormatException;
import org.indelible.anchoring.note.VerifierKey;
import org.indelible.anchoring.primitive.Base64Text;

/**
 * Reads a policy file, line by line (C2SP tlog-policy, "Policy file syntax and structure"). Stricter in one point: outside of comments,
 * what is not ASCII is UTF-8.
 */
final class PolicyReader {
    private static final int MAX_BYTES = 1_000_000;
    private static final int MAX_OF_A_KIND = 256;
    private static final Pattern BLANKS = Pattern.compile("[ \t]+");
    private static final Pattern THRESHOLD = Pattern.compile("[1-9][0-9]{0,3}");
    private static final String NONE = "none";

    private final List<PolicyLog> logs = new ArrayList<>();
    private final List<PolicyWitness> witnesses = new ArrayList<>();
    private final Map<String, Quorum> defined = new HashMap<>();
    private final Set<String> members = new HashSet<>();
    private final Set<String> logKeys = new HashSet<>();
    private final Set<String> witnessKeys = new HashSet<>();
    private Optional<Quorum> quorum = Optional.empty();

    TrustPolicy read(byte[] file) throws PolicyFormatException {
        if (file.length > MAX_BYTES) {
            throw new PolicyFormatException("a policy has at most " + MAX_BYTES + " bytes, not " + file.length);
        }
        // One character per octet: nothing but ASCII has a meaning to the syntax.
        String text = new String(file, ISO_8859_1);
        if (!text.isEmpty() && !text.endsWith("\n")) {
            throw new PolicyFormatException("each line of a policy ends with a newline");
        }
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            try {
                line(line);
            } catch (PolicyFormatException e) {
                throw new PolicyFormatException("line " + number + ": " + e.getMessage(), e);
            }
        }
        return new TrustPolicy(
                logs,
                witnesses,
                quorum.orElseThrow(() -> new PolicyFormatException("a policy has a quorum line, and this has none")));
    }

    private void line(String octets) throws PolicyFormatException {
        if (octets.chars().anyMatch(c -> c < ' ' && c != '\t' || c == 0x7F)) {
            throw new PolicyFormatException("a policy has no control characters but tab and newline");
        }
        List<String> items = Arrays.stream(BLANKS.split(octets))
                .filter(item -> !item.isEmpty())
                .toList();
        if (items.isEmpty() || items.getFirst().startsWith("#")) {
            return;
        }
        List<String> words = utf8(items);
        switch (words.getFirst()) {
            case "log" -> log(words);
            case "witness" -> witness(words);
            case "group" -> group(words);
            case "quorum" -> quorum(words);
            default ->
                throw new PolicyFormatException(
                        "a line begins with log, witness, group or quorum, not '" + words.getFirst() + "'");
        }
    }

    private static List<String> utf8(List<String> items) throws PolicyFormatException {
        List<String> words = new ArrayList<>();
        for (String item : items) {
            byte[] octets = item.getBytes(ISO_8859_1);
            String word = new String(octets, UTF_8);
            if (!Arrays.equals(word.getBytes(UTF_8), octets)) {
                throw new PolicyFormatException("what is not ASCII is to be UTF-8");
            }
            words.add(word);
        }
        return words;
    }

    private void log(List<String> words) throws PolicyFormatException {
        requireSize(words, 2, 3, "log <vkey> [<url>]");
        requireRoom(logs.size());
        VerifierKey key;
        try {
            key = VerifierKey.parse(words.get(1));
        } catch (NoteFormatException e) {
            throw new PolicyFormatException(String.valueOf(e.getMessage()), e);
        }
        if (key.type() != VerifierKey.ED25519) {
            throw new PolicyFormatException(
                    "key of log " + key.name() + ": expected signature type 1, found " + key.type());
        }
        requireNew(logKeys, key.key().encoded(), "log");
        logs.add(new PolicyLog(key, url(words, 2)));
    }

    private void witness(List<String> words) throws PolicyFormatException {
        requireSize(words, 3, 4, "witness <name> <vkey> [<url>]");
        requireRoom(witnesses.size());
        CosignatureVerifier verifier;
        try {
            verifier = CosignatureVerifier.of(words.get(2));
        } catch (NoteFormatException e) {
            throw new PolicyFormatException(String.valueOf(e.getMessage()), e);
        }
        requireNew(witnessKeys, verifier.encodedKey().publicKey(), "witness");
        PolicyWitness witness = new PolicyWitness(words.get(1), verifier, url(words, 3));
        witnesses.add(witness);
        define(witness.name(), new Quorum.One(witness));
    }

    private void group(List<String> words) throws PolicyFormatException {
        requireSize(words, 4, Integer.MAX_VALUE, "group <name> all|any|<k> <member>...");
        requireRoom(defined.size() - witnesses.size());
        List<Quorum> parts = new ArrayList<>();
        for (String member : words.subList(3, words.size())) {
            parts.add(known(member));
            if (!members.add(member)) {
                throw new PolicyFormatException("'" + member + "' is a member of a group already");
            }
        }
        define(words.get(1), new Quorum.Group(words.get(1), threshold(words.get(2), parts.size()), parts));
    }

    private static int threshold(String word, int size) throws PolicyFormatException {
        if (word.equals("all")) {
            return size;
        }
        if (word.equals("any")) {
            return 1;
        }
        if (!THRESHOLD.matcher(word).matches() || Integer.parseInt(word) > size) {
            throw new PolicyFormatException(
                    "of " + size + " members, all, any or 1 to " + size + " are needed, not " + word);
        }
        return Integer.parseInt(word);
    }

    private void quorum(List<String> words) throws PolicyFormatException {
        requireSize(words, 2, 2, "quorum <name>|none");
        if (quorum.isPresent()) {
            throw new PolicyFormatException("there is one quorum line only");
        }
        quorum = Optional.of(words.get(1).equals(NONE) ? new Quorum.None() : known(words.get(1)));
    }

    private void define(String name, Quorum meaning) throws PolicyFormatException {
        if (name.equals(NONE) || defined.putIfAbsent(name, meaning) != null) {
            throw new PolicyFormatException("the name '" + name + "' is taken");
        }
    }

    private Quorum known(String name) throws PolicyFormatException {
        Quorum meaning = defined.get(name);
        if (meaning == null) {
            throw new PolicyFormatException("'" + name + "' is not defined above");
        }
        return meaning;
    }

    private static Optional<String> url(List<String> words, int index) {
        return words.size() > index ? Optional.of(words.get(index)) : Optional.empty();
    }

    private static void requireNew(Set<String> keys, byte[] key, String what) throws PolicyFormatException {
        if (!keys.add(Base64Text.STANDARD.encode(key))) {
            throw new PolicyFormatException("another " + what + " has the same public key");
        }
    }

    private static void requireRoom(int present) throws PolicyFormatException {
        if (present >= MAX_OF_A_KIND) {
            throw new PolicyFormatException(
                    "more than " + MAX_OF_A_KIND + " logs, witnesses or groups are not supported");
        }
    }

    private static void requireSize(List<String> words, int min, int max, String form) throws PolicyFormatException {
        if (words.size() < min || words.size() > max) {
            throw new PolicyFormatException("the form of this line is: " + form);
        }
    }
}

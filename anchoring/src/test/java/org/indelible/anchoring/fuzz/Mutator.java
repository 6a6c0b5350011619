package org.indelible.anchoring.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes good inputs where formats tend to break: at separators, digits, lengths, repetitions and ends. The same seed, the same changes. */
final class Mutator {
    private static final List<byte[]> TOKENS = bytes(
            "\n",
            "\n\n",
            " ",
            "~",
            ".",
            "/",
            ",",
            "=",
            "+",
            "-1",
            "00",
            "x",
            "0",
            "18446744073709551616",
            "9223372036854775807",
            "\u2014 ",
            "\u0000",
            "\u00ff",
            "\ufffd",
            "null",
            "{}",
            "[]",
            "\"",
            "..",
            "\r\n",
            "%",
            "#");

    private final Random random;

    Mutator(long seed) {
        this.random = new Random(seed);
    }

    private static List<byte[]> bytes(String... tokens) {
        return Arrays.stream(tokens).map(token -> token.getBytes(UTF_8)).toList();
    }

    byte[] mutate(byte[] good) {
        byte[] input = good;
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            input = change(input);
        }
        return input;
    }

    private byte[] change(byte[] input) {
        int at = random.nextInt(input.length + 1);
        int end = Math.min(input.length, at + 1 + random.nextInt(24));
        return switch (random.nextInt(8)) {
            case 0 -> Arrays.copyOf(input, at);
            case 1 -> splice(input, at, at, TOKENS.get(random.nextInt(TOKENS.size())));
            case 2 -> splice(input, at, end, new byte[0]);
            case 3 -> splice(input, at, end, TOKENS.get(random.nextInt(TOKENS.size())));
            case 4 -> splice(input, at, at, Arrays.copyOfRange(input, at, end));
            case 5 -> flipped(input);
            case 6 -> splice(input, at, end, noise(end - at));
            default -> separator(input);
        };
    }

    private byte[] flipped(byte[] input) {
        byte[] copy = input.clone();
        if (copy.length > 0) {
            copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return copy;
    }

    /** Takes out, or doubles, one of the bytes that hold the format together. */
    private byte[] separator(byte[] input) {
        int start = random.nextInt(input.length + 1);
        for (int i = start; i < input.length; i++) {
            if (" \n~./,:".indexOf(input[i]) >= 0) {
                return random.nextBoolean()
                        ? splice(input, i, i + 1, new byte[0])
                        : splice(input, i, i, new byte[] {input[i]});
            }
        }
        return input;
    }

    private byte[] noise(int length) {
        byte[] bytes = new byte[Math.max(0, length)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] splice(byte[] input, int from, int to, byte[] instead) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(input, 0, from);
        out.writeBytes(instead);
        out.write(input, to, input.length - to);
        return out.toByteArray();
    }
}

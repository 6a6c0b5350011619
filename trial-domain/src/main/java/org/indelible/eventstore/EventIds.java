package org.indelible.eventstore;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The ids of events (claim {@code jti}). */
final class EventIds {
    private static final long VERSION_MASK = 0xF000L;
    private static final long VARIANT_MASK = 0xC000_0000_0000_0000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private EventIds() {}

    /** A UUIDv7 (RFC 9562 section 5.7): 48 bits of Unix time in milliseconds, 74 random bits. */
    static String timeOrdered(long epochMilli, RandomGenerator random) {
        return of(epochMilli << 16 | random.nextLong() & 0xFFFF, random.nextLong(), 7);
    }

    /**
     * The UUIDv8 (RFC 9562 section 5.8) of the so-manieth event that something outside gives rise to: SHA-256 over ledger, source and
     * ordinal. The same row of the same file makes the same ids in one trial, and others in another trial.
     */
    static String derived(String ledger, String source, int ordinal) {
        MessageDigest digest = sha256();
        update(digest, ledger);
        update(digest, source);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(ordinal).flip());
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        return of(hash.getLong(), hash.getLong(), 8);
    }

    private static String of(long high, long low, int version) {
        return new UUID(high & ~VERSION_MASK | (long) version << 12, low & ~VARIANT_MASK | VARIANT).toString();
    }

    /** Prefixed with its length, so that no two pairs of texts are the same bytes. */
    private static void update(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}

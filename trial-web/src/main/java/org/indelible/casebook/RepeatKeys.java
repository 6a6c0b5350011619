package org.indelible.casebook;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Keys of new visits, forms and rows (ODM repeat keys), issued by the server so that none is ever used twice: the millisecond of issue,
 * then chance. They sort as they were issued, so that rows stand in the order they were entered in. Lower-case letters only: digits at
 * the front would be read as a number.
 */
final class RepeatKeys {
    private static final int LETTERS = 26;
    private static final int TIME = 9;
    private static final int CHANCE = 5;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AtomicLong LAST = new AtomicLong();

    private RepeatKeys() {}

    static String fresh() {
        long issued = LAST.updateAndGet(last -> Math.max(last + 1, System.currentTimeMillis()));
        StringBuilder key = new StringBuilder(TIME + CHANCE);
        for (int n = 0; n < CHANCE; n++) {
            key.append(letter(RANDOM.nextInt(LETTERS)));
        }
        for (int n = 0; n < TIME; n++) {
            key.insert(0, letter((int) (issued % LETTERS)));
            issued /= LETTERS;
        }
        return key.toString();
    }

    private static char letter(int n) {
        return (char) ('a' + n);
    }
}

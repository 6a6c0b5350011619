package org.indelible.account;

import java.time.Instant;
import java.util.Set;
import org.indelible.shared.SecondFactor;

/**
 * A sign-in that has not ended.
 *
 * @param until when its first key ends, and it with it
 * @param secondFactor what became of it when it began
 * @param kids thumbprints of the certificates of its keys
 */
public record OpenSignIn(Instant until, SecondFactor secondFactor, Set<String> kids) {
    public OpenSignIn {
        kids = Set.copyOf(kids);
    }
}

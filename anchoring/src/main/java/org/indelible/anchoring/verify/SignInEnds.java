package org.indelible.anchoring.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.indelible.anchoring.entry.EntryFormatException;
import org.indelible.anchoring.entry.EntryReader;
import org.indelible.anchoring.entry.ParsedEntry;

/**
 * When sign-ins ended, as entries {@code signed-out} of {@code platform} say, whoever ended them: the key that was certified for one seals
 * nothing after it. That is how an author's key is revoked.
 */
public final class SignInEnds {
    static final String TYPE = "signed-out";

    /** What was under way when a sign-in was ended may be stored just after it. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(1);

    private static final EntryReader READER = new EntryReader();

    private record SignIn(String account, String id) {}

    /**
     * When a sign-in ended.
     *
     * @param leafIndex in {@code platform}
     */
    public record End(long leafIndex, Instant at) {
        boolean isLongBefore(ParsedEntry entry) {
            return entry.claims().iat().isAfter(at.plus(UNDER_WAY));
        }
    }

    private final Map<SignIn, End> ends = new HashMap<>();

    /** Of other entries than ends of sign-ins, nothing is taken. */
    public void add(long leafIndex, ParsedEntry entry) {
        if (entry.claims().evt().equals(TYPE)) {
            signIn(entry)
                    .ifPresent(signIn -> ends.putIfAbsent(
                            signIn, new End(leafIndex, entry.claims().iat())));
        }
    }

    /** When the sign-in ended that this entry has certified a key for. */
    public Optional<End> of(PlatformCertification certification) {
        return parse(certification.compact()).flatMap(SignInEnds::signIn).map(ends::get);
    }

    static Optional<ParsedEntry> parse(String compact) {
        try {
            return Optional.of(READER.parse(compact));
        } catch (EntryFormatException none) {
            return Optional.empty();
        }
    }

    private static Optional<SignIn> signIn(ParsedEntry entry) {
        String id = entry.data().path("signIn").asString("");
        return id.isEmpty() ? Optional.empty() : Optional.of(new SignIn(entry.claims().stream(), id));
    }
}

package org.indelible.shared;

import java.util.Optional;
import org.indelible.anchoring.ledger.AuthorityEvent;
import org.indelible.anchoring.ledger.RotationEvent;

/**
 * The id of a stream (an aggregate) and its place: which ledger holds its entries. The text is {@code trial:<uuid>}, {@code site:<uuid>:<site key>},
 * {@code casebook:<uuid>:<participant key>}, {@code erasures:<uuid>[:<participant key>]}, {@code audit-reviews:<uuid>},
 * {@code account:<user name>}, {@code system:<name>}, {@code recovery:<ledger>} {@code log-key:<ledger>} or {@code certification:platform}.
 */
public sealed interface StreamId {

    /** The ledger of accounts, roles, certificates, sign-ins and exports. */
    String PLATFORM = "platform";

    /** The ledger that holds the entries of this stream. */
    String ledger();

    /** The Axon type of the aggregate. */
    String type();

    record OfTrial(TrialId id) implements StreamId {
        @Override
        public String ledger() {
            return id.value();
        }

        @Override
        public String type() {
            return "trial";
        }

        @Override
        public String toString() {
            return "trial:" + id;
        }
    }

    record OfSite(SiteId site) implements StreamId {
        @Override
        public String ledger() {
            return site.trial().value();
        }

        @Override
        public String type() {
            return "site";
        }

        @Override
        public String toString() {
            return "site:" + site.trial() + ":" + site.key();
        }
    }

    record OfCasebook(CasebookId casebook) implements StreamId {
        @Override
        public String ledger() {
            return casebook.trial().value();
        }

        @Override
        public String type() {
            return "casebook";
        }

        @Override
        public String toString() {
            return "casebook:" + casebook.trial() + ":" + casebook.participant();
        }
    }

    /** @param about absent for what is about no participant */
    record OfErasures(TrialId id, Optional<ParticipantKey> about) implements StreamId {
        @Override
        public String ledger() {
            return id.value();
        }

        @Override
        public String type() {
            return "erasures";
        }

        @Override
        public String toString() {
            return "erasures:" + id + about.map(key -> ":" + key).orElse("");
        }
    }

    /** Plans and reviews of a trial's audit trail. */
    record OfAuditReviews(TrialId id) implements StreamId {
        @Override
        public String ledger() {
            return id.value();
        }

        @Override
        public String type() {
            return "audit-reviews";
        }

        @Override
        public String toString() {
            return "audit-reviews:" + id;
        }
    }

    record OfAccount(AccountId account) implements StreamId {
        @Override
        public String ledger() {
            return PLATFORM;
        }

        @Override
        public String type() {
            return "account";
        }

        @Override
        public String toString() {
            return "account:" + account;
        }
    }

    record OfSystem(AccountId name) implements StreamId {
        @Override
        public String ledger() {
            return PLATFORM;
        }

        @Override
        public String type() {
            return "system";
        }

        @Override
        public String toString() {
            return "system:" + name;
        }
    }

    /** What two persons say of the ledger's loss stands in the ledger itself. */
    record OfRecovery(String ledger) implements StreamId {
        public OfRecovery {
            if (!ledger.equals(PLATFORM)) {
                new TrialId(ledger);
            }
        }

        @Override
        public String type() {
            return "recovery";
        }

        @Override
        public String toString() {
            return "recovery:" + ledger;
        }
    }

    /**
     * The keys that sign a ledger's checkpoints: on record in {@code platform}, which everybody has who has a part of any ledger.
     *
     * @param log the ledger they sign
     */
    record OfLogKey(String log) implements StreamId {
        public OfLogKey {
            if (!log.equals(PLATFORM)) {
                new TrialId(log);
            }
        }

        @Override
        public String ledger() {
            return PLATFORM;
        }

        @Override
        public String type() {
            return RotationEvent.STREAM_TYPE;
        }

        @Override
        public String toString() {
            return RotationEvent.stream(log);
        }
    }

    /** The installation's certificate authority. */
    record OfCertification() implements StreamId {
        @Override
        public String ledger() {
            return PLATFORM;
        }

        @Override
        public String type() {
            return AuthorityEvent.STREAM_TYPE;
        }

        @Override
        public String toString() {
            return AuthorityEvent.STREAM;
        }
    }

    static StreamId of(TrialId trial) {
        return new OfTrial(trial);
    }

    static StreamId of(SiteId site) {
        return new OfSite(site);
    }

    static StreamId of(CasebookId casebook) {
        return new OfCasebook(casebook);
    }

    static StreamId of(AccountId account) {
        return new OfAccount(account);
    }

    static StreamId ofSystem(AccountId name) {
        return new OfSystem(name);
    }

    static StreamId ofRecovery(String ledger) {
        return new OfRecovery(ledger);
    }

    static StreamId ofCertification() {
        return new OfCertification();
    }

    static StreamId ofLogKey(String log) {
        return new OfLogKey(log);
    }

    /** The trial whose conduct this stream belongs to; empty on the platform. */
    default Optional<TrialId> trial() {
        return switch (this) {
            case OfTrial s -> Optional.of(s.id);
            case OfSite s -> Optional.of(s.site.trial());
            case OfCasebook s -> Optional.of(s.casebook.trial());
            case OfErasures s -> Optional.of(s.id);
            case OfAuditReviews s -> Optional.of(s.id);
            case OfAccount account -> Optional.empty();
            case OfSystem system -> Optional.empty();
            case OfRecovery recovery -> Optional.empty();
            case OfLogKey keys -> Optional.empty();
            case OfCertification certification -> Optional.empty();
        };
    }

    /** The participant it is about. */
    default Optional<ParticipantKey> participant() {
        return switch (this) {
            case OfCasebook s -> Optional.of(s.casebook.participant());
            case OfErasures s -> s.about;
            case OfTrial s -> Optional.empty();
            case OfSite s -> Optional.empty();
            case OfAuditReviews s -> Optional.empty();
            case OfAccount s -> Optional.empty();
            case OfSystem s -> Optional.empty();
            case OfRecovery s -> Optional.empty();
            case OfLogKey s -> Optional.empty();
            case OfCertification s -> Optional.empty();
        };
    }

    /** Reads what {@code toString} writes; anything else is refused. */
    static StreamId parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw notAStream(text);
        }
        String rest = text.substring(colon + 1);
        return switch (text.substring(0, colon)) {
            case "trial" -> of(new TrialId(rest));
            case "site" -> of(new SiteId(trialOf(text, rest), new SiteKey(keyOf(text, rest))));
            case "casebook" -> of(new CasebookId(trialOf(text, rest), new ParticipantKey(keyOf(text, rest))));
            case "erasures" -> erasures(rest);
            case "audit-reviews" -> new OfAuditReviews(new TrialId(rest));
            case "account" -> of(new AccountId(rest));
            case "system" -> ofSystem(new AccountId(rest));
            case "recovery" -> ofRecovery(rest);
            case RotationEvent.STREAM_TYPE -> ofLogKey(rest);
            case AuthorityEvent.STREAM_TYPE -> certification(text);
            default -> throw notAStream(text);
        };
    }

    private static StreamId certification(String text) {
        if (!text.equals(AuthorityEvent.STREAM)) {
            throw notAStream(text);
        }
        return ofCertification();
    }

    private static StreamId erasures(String rest) {
        int colon = rest.indexOf(':');
        return colon < 0
                ? new OfErasures(new TrialId(rest), Optional.empty())
                : new OfErasures(
                        new TrialId(rest.substring(0, colon)),
                        Optional.of(new ParticipantKey(rest.substring(colon + 1))));
    }

    private static TrialId trialOf(String text, String rest) {
        return new TrialId(rest.substring(0, separator(text, rest)));
    }

    private static String keyOf(String text, String rest) {
        return rest.substring(separator(text, rest) + 1);
    }

    private static int separator(String text, String rest) {
        int colon = rest.indexOf(':');
        if (colon < 0) {
            throw notAStream(text);
        }
        return colon;
    }

    private static IllegalArgumentException notAStream(String text) {
        return new IllegalArgumentException("not a stream id: \"" + text + "\"");
    }
}
